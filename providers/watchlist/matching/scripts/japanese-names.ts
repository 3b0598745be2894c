/** Frequent Japanese surnames and given names in characters, with their usual reading; general knowledge. */
const SURNAMES =
  '佐藤sato 鈴木suzuki 高橋takahashi 田中tanaka 渡辺watanabe 渡邊watanabe 伊藤ito 山本yamamoto 中村nakamura 小林kobayashi 加藤kato ' +
  '吉田yoshida 山田yamada 佐々木sasaki 山口yamaguchi 松本matsumoto 井上inoue 木村kimura 林hayashi 斎藤saito 斉藤saito 清水shimizu ' +
  '山崎yamazaki 阿部abe 安倍abe 森mori 池田ikeda 橋本hashimoto 山下yamashita 石川ishikawa 中島nakajima 前田maeda 藤田fujita 後藤goto ' +
  '小川ogawa 岡田okada 長谷川hasegawa 村上murakami 近藤kondo 石井ishii 遠藤endo 青木aoki 坂本sakamoto 福田fukuda 太田ota 西村nishimura ' +
  '藤井fujii 金子kaneko 岡本okamoto 藤原fujiwara 三浦miura 中野nakano 中川nakagawa 原田harada 松田matsuda 竹内takeuchi 小野ono ' +
  '田村tamura 中山nakayama 和田wada 石田ishida 森田morita 上田ueda 原hara 内田uchida 柴田shibata 酒井sakai 宮崎miyazaki 横山yokoyama ' +
  '高木takagi 安藤ando 宮本miyamoto 大野ono 小島kojima 谷口taniguchi 工藤kudo 今井imai 高田takada 増田masuda 丸山maruyama 杉山sugiyama ' +
  '村田murata 大塚otsuka 新井arai 小山koyama 平野hirano 藤本fujimoto 河野kono 上野ueno 野口noguchi 武田takeda 松井matsui 千葉chiba ' +
  '岩崎iwasaki 菅原sugawara 木下kinoshita 久保kubo 佐野sano 野村nomura 松尾matsuo 市川ichikawa 菊地kikuchi 杉本sugimoto 古川furukawa ' +
  '大西onishi 島田shimada 水野mizuno 桜井sakurai 高野takano 吉川yoshikawa 山内yamauchi 西田nishida 飯田iida 菊池kikuchi 西川nishikawa ' +
  '小松komatsu 北村kitamura 安田yasuda 五十嵐igarashi 川口kawaguchi 平田hirata 関seki 中田nakata 久保田kubota 服部hattori 東higashi ' +
  '岩田iwata 土屋tsuchiya 川崎kawasaki 福島fukushima 本田honda 辻tsuji 樋口higuchi 秋山akiyama 永井nagai 田口taguchi 中西nakanishi ' +
  '山中yamanaka 吉村yoshimura 川上kawakami 石原ishihara 大橋ohashi 松岡matsuoka 浜田hamada 馬場baba 森本morimoto 矢野yano 浅野asano ' +
  '松下matsushita 星野hoshino 大久保okubo 吉岡yoshioka 小池koike 荒木araki 大谷otani 熊谷kumagai 松浦matsuura 黒田kuroda 内藤naito ' +
  '尾崎ozaki 川村kawamura 望月mochizuki 永田nagata 松村matsumura 荒井arai 堀hori 西山nishiyama 大島oshima 菅野kanno 小田oda 早川hayakawa ' +
  '川島kawashima 田辺tanabe 平井hirai 児玉kodama 麻原asahara 岸田kishida 石破ishiba 小泉koizumi 麻生aso 鳩山hatoyama 菅suga 黒沢kurosawa';
const GIVEN =
  '太郎taro 次郎jiro 一郎ichiro 三郎saburo 健ken 健一kenichi 健太kenta 大輔daisuke 翔太shota 翔sho 大翔hiroto 蓮ren 翼tsubasa 拓也takuya ' +
  '直樹naoki 直人naoto 隆takashi 隆之takayuki 浩hiroshi 博hiroshi 浩二koji 浩一koichi 誠makoto 学manabu 修osamu 進susumu 茂shigeru 清kiyoshi ' +
  '勝masaru 稔minoru 豊yutaka 聡satoshi 智satoshi 哲也tetsuya 達也tatsuya 和也kazuya 和夫kazuo 正雄masao 正masashi 幸雄yukio 明akira ' +
  '昭akira 彰晃shoko 晋三shinzo 文雄fumio 純一junichi 純一郎junichiro 淳jun 潤jun 亮ryo 涼ryo 涼介ryosuke 裕太yuta 雄太yuta 裕子yuko 優yu ' +
  '花子hanako 陽子yoko 洋子yoko 洋介yosuke 陽介yosuke 恵子keiko 京子kyoko 幸子sachiko 和子kazuko 久美子kumiko 由美子yumiko 由美yumi 真由美mayumi ' +
  '智子tomoko 直子naoko 美穂miho 美咲misaki 愛ai 舞mai 彩aya 香織kaori 里佳rika 里美satomi 桃子momoko 七夏nanaka 千代chiyo 加奈kana 結衣yui ' +
  '葵aoi 凛rin 陽菜hina 美加子mikako 明美akemi 春香haruka 篤司atsushi 零rei 治osamu 裕樹yuki 英樹hideki 秀樹hideki 英明hideaki 康弘yasuhiro ' +
  '真一shinichi 慎一shinichi 信shin 信夫nobuo 義雄yoshio 武takeshi 剛tsuyoshi 徹toru 実minoru 弘hiroshi 宏hiroshi 譲二joji 房子fusako 重信shigenobu';

const ENTRY = /^(\P{ASCII}+)([a-z]+)$/u;

/** Word in characters → its reading in Hepburn romanisation without long vowels. */
export const JAPANESE_WORDS: ReadonlyMap<string, string> = new Map(
  `${SURNAMES} ${GIVEN}`.split(' ').map((entry): [string, string] => {
    const [, characters = '', reading = ''] = ENTRY.exec(entry) ?? [];
    return [characters, reading];
  }),
);
