/**
 * Given names and surnames that many people anywhere bear (general knowledge, census tops of large countries). A list
 * may hold one of them once; that makes it rare in the list, not in the world, and so no evidence.
 */
const VERY_COMMON =
  'mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hasan hussein hossein husain abdullah fatima maria jose ' +
  'juan luis carlos john james robert michael david william richard thomas joseph daniel paul mark peter george anna ' +
  'mary ana elena alexander aleksandr sergey vladimir ivan andrey dmitry nguyen tran le pham wang li zhang liu chen ' +
  'yang huang zhao wu zhou xu sun ma zhu hu guo he lin kim lee park choi jung smith johnson williams brown jones garcia ' +
  'rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez silva santos singh kumar devi khan sharma patel ' +
  'das islam rahman hussain';
const COMMON =
  // Chinese and Korean
  'gao luo zheng liang xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su ' +
  'lu ding ren shen yao lyu cui zhong tan liao fan wen shi jia xia fu bai zou meng xiong qin qiu hou shao mei min jun jie ' +
  'ping hong hui hua yan ying xin xiu lan ling lei tao bin bo gang kai qiang jian yong guo chao hai ming zhi ' +
  'ri pak choe jo cho kang jang chang yun yoon jeong chong lim rim shin sin yoo yu kwon hwang ahn an song ryu ro jeon ' +
  'jong chol myong hyok sung song young yong hyun jin soo su min ji seung jae kyung kyong sang il un ok sun hui ' +
  // Spanish and Portuguese
  'gomez diaz torres flores rivera morales ortiz gutierrez chavez ramos ruiz alvarez mendoza vasquez vazquez castillo ' +
  'jimenez moreno romero herrera medina aguilar castro vargas guzman fernandez munoz rojas contreras suarez reyes cruz ' +
  'delgado ortega dominguez guerrero nunez cardenas restrepo valencia victoria antonio francisco manuel miguel jesus ' +
  'pedro jorge fernando rafael alberto eduardo javier alejandro ricardo roberto mario andres diego oscar raul sergio ' +
  'enrique ramon julio cesar pablo victor hugo carmen rosa laura isabel patricia claudia sandra andrea gloria martha ' +
  'diana adriana natalia alfonso freddy oliveira souza sousa pereira ferreira alves lima costa carvalho almeida ribeiro ' +
  'rodrigues martins araujo barbosa cardoso rocha dias nascimento joao joaquim marcos lucas paulo andre felipe ' +
  // English, French, German, Italian, Dutch, Nordic, Polish
  'miller davis wilson anderson taylor moore jackson martin thompson white harris clark lewis robinson walker young allen ' +
  'king wright scott hill green adams baker nelson carter mitchell roberts turner phillips campbell parker evans edwards ' +
  'collins stewart morris murphy cook rogers morgan cooper reed bailey bell kelly howard ward cox richardson wood watson ' +
  'brooks gray james bennett hughes price long foster ross henderson coleman jenkins perry powell patterson charles ' +
  'christopher matthew anthony steven andrew kenneth joshua kevin brian edward ronald timothy jason jeffrey ryan jacob ' +
  'gary nicholas eric jonathan stephen larry justin frank jennifer linda elizabeth barbara susan jessica sarah karen ' +
  'nancy lisa margaret betty ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon ' +
  'jean pierre michel philippe alain bernard marie francois louis nicolas bernard dubois durand petit leroy moreau laurent ' +
  'simon muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann koch bauer hans klaus werner stefan ' +
  'andreas christian giuseppe giovanni marco francesco rossi russo ferrari romano jan piotr nowak kowalski lars erik nils ' +
  'hansen johansson andersson nilsson larsen olsen jensen nielsen pedersen ' +
  // Russian, Ukrainian, Turkish, Caucasian
  'alexey aleksey nikolay mikhail yuri yury viktor igor oleg pavel anatoly evgeny andrei sergei dmitri roman denis maxim ' +
  'konstantin valery vasily boris natalia olga tatiana irina svetlana ekaterina ivanov petrov smirnov popov kuznetsov ' +
  'volkov sokolov lebedev novikov morozov aleksandrovich vladimirovich sergeevich ivanovich nikolaevich mehmet mustafa ' +
  'ibrahim ismail osman yusuf omer murat yilmaz kaya demir ' +
  // Arabic, Persian, South Asian, Southeast Asian, African
  'omar umar khalid khaled mahmoud mahmood said saeed salem salim saleh salih yousef youssef abbas abdulrahman karim ' +
  'rashid jamal kamal nasser nasir samir tariq walid amir hamid hamza bilal ismail jaber jassim ghulam gul jan hashim ' +
  'hadi rahim aziz latif qadir mousavi hosseini ahmadi mohammadi rezaei karimi jafari hashemi mehdi reza mahdi javad ' +
  'begum akhtar bibi iqbal malik raza shah butt chaudhry ram lal prasad gupta verma yadav rajesh sunil amit anil sanjay ' +
  'vijay ravi suresh ramesh sunita rani kaur reddy rao nair hossain akter uddin van thi minh duc anh thanh hoang huynh ' +
  'phan vu vo dang bui do agus sri dewi putra abdi hassan yusuf musa ibrahim adamu diallo traore keita camara barry ' +
  'mohamud ahmed tesfaye bekele sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada';

const SHARES = new Map<string, number>();
for (const word of COMMON.split(' ')) SHARES.set(word, 0.002);
for (const word of VERY_COMMON.split(' ')) SHARES.set(word, 0.008);

/** About which share of people bears the word as a part of their name; 0 where it is not known to be common. */
export function shareOfPeople(text: string): number {
  return SHARES.get(text) ?? 0;
}
