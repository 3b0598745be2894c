/**
 * Names that are so frequent, or so far from their sound, that they are written down by convention: in Latin letters, then as
 * Chinese, Japanese and Koreans write them. General knowledge.
 */
// prettier-ignore
const NAMES = [
  'abdullah 阿卜杜拉 アブドゥッラー アブドゥラ 압둘라', 'abu 阿布 アブー アブ 아부', 'ahmad 艾哈迈德 アフマド アフメド 아흐마드 아메드',
  'al 阿尔 アル エル 알 엘', 'alexander 亚历山大 アレクサンダー 알렉산더', 'aleksandr 亚历山德尔 アレクサンドル 알렉산드르',
  'alexey 阿列克谢 アレクセイ 알렉세이', 'ali 阿里 アリ アリー 알리', 'andrey 安德烈 アンドレイ 안드레이', 'anna 安娜 アンナ 안나',
  'anthony 安东尼 アンソニー 앤서니', 'antonio 安东尼奥 アントニオ 안토니오', 'bin 本 ビン 빈', 'ibn 伊本 イブン 이븐',
  'carlos 卡洛斯 カルロス 카를로스', 'charles 查尔斯 チャールズ 찰스', 'christopher 克里斯托弗 クリストファー 크리스토퍼',
  'daniel 丹尼尔 ダニエル 다니엘', 'david 大卫 デイヴィッド デビッド 데이비드 다비드', 'edward 爱德华 エドワード 에드워드',
  'elizabeth 伊丽莎白 エリザベス 엘리자베스', 'emma 埃玛 エマ 에마 엠마', 'eric 埃里克 エリック 에릭', 'fatima 法蒂玛 ファーティマ ファティマ 파티마',
  'george 乔治 ジョージ 조지', 'georgy 格奥尔基 ゲオルギー 게오르기', 'hassan 哈桑 ハサン ハッサン 하산', 'henry 亨利 ヘンリー 헨리',
  'hussein 侯赛因 フセイン 후세인', 'ibrahim 易卜拉欣 イブラヒーム イブラヒム 이브라힘', 'igor 伊戈尔 イーゴリ 이고르 이고리',
  'ivan 伊万 イワン イヴァン 이반', 'jacob 雅各布 ジェイコブ 제이컵', 'james 詹姆斯 ジェームズ 제임스', 'jean 让 ジャン 장',
  'jennifer 珍妮弗 ジェニファー 제니퍼', 'johannes 约翰内斯 ヨハネス 요하네스', 'john 约翰 ジョン 존', 'joseph 约瑟夫 ジョセフ 조지프',
  'jose 何塞 ホセ 호세', 'juan 胡安 フアン 후안', 'julia 朱莉娅 ジュリア 줄리아', 'karim 卡里姆 カリーム 카림',
  'khalid 哈立德 ハーリド 할리드 칼리드', 'konstantin 康斯坦丁 コンスタンチン 콘스탄틴', 'laura 劳拉 ローラ ラウラ 로라', 'luis 路易斯 ルイス 루이스',
  'louis 路易 ルイ 루이', 'mahmoud 马哈茂德 マフムード 마흐무드', 'maria 玛丽亚 玛利亚 マリア 마리아', 'mary 玛丽 メアリー 메리',
  'mario 马里奥 マリオ 마리오', 'mark 马克 マーク 마크', 'martin 马丁 マーティン マルティン 마틴', 'matthew 马修 マシュー 매슈',
  'michael 迈克尔 マイケル ミヒャエル 마이클 미하엘', 'mikhail 米哈伊尔 ミハイル 미하일',
  'mohammed 穆罕默德 ムハンマド モハメド モハンマド 무함마드 모하메드 모하마드', 'mustafa 穆斯塔法 ムスタファー 무스타파',
  'natalia 娜塔莉亚 ナタリア 나탈리야', 'nicolas 尼古拉斯 ニコラス 니콜라스', 'nikolai 尼古拉 ニコライ 니콜라이', 'olga 奥尔加 オリガ 올가',
  'oleg 奥列格 オレグ 올레크', 'omar 奥马尔 オマル 오마르', 'osama 奥萨马 乌萨马 ウサーマ オサマ 오사마', 'patrick 帕特里克 パトリック 패트릭',
  'paul 保罗 ポール 폴', 'pavel 帕维尔 パーヴェル 파벨', 'pedro 佩德罗 ペドロ 페드로', 'peter 彼得 ピーター ペーター 피터',
  'pierre 皮埃尔 ピエール 피에르', 'richard 理查德 リチャード 리처드', 'robert 罗伯特 ロバート ロベルト 로버트', 'roman 罗曼 ロマン 로만',
  'sara 萨拉 サラ 사라', 'sergei 谢尔盖 セルゲイ 세르게이', 'stephen 史蒂芬 スティーヴン 스티븐', 'susan 苏珊 スーザン 수전',
  'svetlana 斯韦特兰娜 スヴェトラーナ 스베틀라나', 'thomas 托马斯 トーマス トマス 토머스 토마스', 'victor 维克托 维克多 ヴィクトル ビクトル 빅토르',
  'viktoria 维多利亚 ヴィクトリア 빅토리아', 'vladimir 弗拉基米尔 ウラジーミル 블라디미르', 'william 威廉 ウィリアム 윌리엄',
  'yevgeny 叶夫根尼 エフゲニー 예브게니', 'yuri 尤里 ユーリ 유리', 'yusuf 优素福 ユースフ 유수프', 'abd 阿卜杜勒 アブド 압둘 압델',
  'dmitry 德米特里 ドミトリー 드미트리', 'smith 史密斯 スミス 스미스', 'johnson 约翰逊 ジョンソン 존슨', 'brown 布朗 ブラウン 브라운',
  'miller 米勒 ミラー 밀러', 'jones 琼斯 ジョーンズ 존스', 'davis 戴维斯 デイヴィス 데이비스', 'wilson 威尔逊 ウィルソン 윌슨',
  'garcia 加西亚 ガルシア 가르시아', 'martinez 马丁内斯 マルティネス 마르티네스', 'rodriguez 罗德里格斯 ロドリゲス 로드리게스',
  'hernandez 埃尔南德斯 エルナンデス 에르난데스', 'lopez 洛佩斯 ロペス 로페스',
];

/** A written form → the name in Latin letters. */
export const TRANSCRIBED_NAMES: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap((entry) => {
    const [latin = '', ...forms] = entry.split(' ');
    return forms.map((form): [string, string] => [form, latin]);
  }),
);
