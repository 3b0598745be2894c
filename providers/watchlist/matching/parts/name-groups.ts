/**
 * Forms of one given name in other languages and short forms in use, one group a line, in small Latin letters; general
 * knowledge. Spellings that already sound alike need no entry. A name may be in several groups.
 */
export const NAME_GROUPS = `
alexander alexandre alejandro aleksandr alessandro iskander sikandar alex alec sasha sacha xander sandro oleksandr olek alastair aliaksandr olexandr aleks
alexandra alejandra aleksandra alessandra alexandria sandra sasha oleksandra aliaksandra
alexey aleksei aleksey alexis oleksiy alyosha lyosha aliaksei alaksei oleksii aleksiej
andrew andre andrei andrey andreas andres andrea andrzej andriy anders andy drew ondrej andriej
anna ann anne ana hanna hannah anya annie anita ania anika
anthony antonio antoine anton antoni antal tony antonius
arthur artur arturo art
helen elena olena alena jelena yelena helena eleni ilona
oleg oleh aleh
gennady hennadiy henadz genadz hienadz
vadim vadym vadzim
tatiana tetiana tatsiana tatyana tetyana
svetlana svitlana sviatlana
marina maryna
anatoly anatoliy anatol anatolij
vyacheslav viacheslav vjatjeslav viachaslau
artyom artem artsiom artsem artemi
ilya illya illia
rostislav rostyslav rastislau
lyudmila liudmyla ludmila ludmilla
arkady arkadiy arkadz
yaroslav jaroslav iaroslav
zhanna zanna
barbara varvara barb babs barbora
barack barry
benjamin benyamin binyamin ben benny benji bibi bunyamin
bernard bernardo bernhard bernd bernie
boris borya
charles carlos carlo karl carl karel karol charlie chuck kalle
catherine katherine ekaterina yekaterina katarina catarina katerina caterina kateryna katrin karin kate katie katya kathy cathy kitty katsiaryna
christian kristian cristian chris
christopher christophe cristobal cristoforo kristof krzysztof christoph chris kit topher kristoffer
constantine konstantin constantin konstantinos kostas kostya costas kanstantsin kostiantyn
daniel danila danilo dan danny daniil danyal daniyal danylo danilau
david davide dawid daoud dawud daud dawood davud dave davit
dmitry dimitri dmitriy dmytro dimitrios dima mitya demetrios dimitar dzmitry dzmitri
dominic domingo dominique domenico dominik dom
edward eduardo edouard eduard edoardo eddie ed ted ned edvard teddy
elias elijah ilya ilyas eliyahu elia illia
elizabeth isabel isabella elisabeth elisabetta elisaveta yelizaveta elzbieta lisa liz beth betty eliza liza lizzie erzsebet
emmanuel manuel manolo emanuele immanuel manny manolis
eric erik erich erico
eugene yevgeny evgeny evgeniy eugenio eugen yevhen gene zhenya evgenios yauhen yauheni jauhen jevgenij jewgenij evhen
francis francisco francesco francois franz frantisek ferenc frank frans paco pancho pepe franciszek frankie
frederick federico frederic friedrich fryderyk fred fritz freddy frederik fedir fadrique
gabriel jibril gavriel gabriele gavril gabe jabril dzhibril
george jorge giorgio georg georges georgy georgi jerzy yuri yuriy juri jurgen jordi heorhiy georgios yorgos giorgi jiri jurij heorhi juryj iurii gheorghe
gerald gerard gerardo gerhard gerry jerry
gregory gregorio grigory gregor grzegorz grigoriy hryhoriy greg grisha ryhor hryhorii hrihory
harold harry
henry henri heinrich enrique enrico hendrik henrik hank harry heinz henryk jindrich
hugh hugo ugo
ibrahim abraham avraham ibragim abe bram abram ebrahim brahim
ignatius ignacio ignazio ignacy nacho
isaac ishaq isak itzhak yitzhak iskhak ishak
ismail ishmael esmail
jacob james jacobo giacomo jaime santiago jacques yaqub yakub yakov yaakov diego jim jimmy jake jamie jakob tiago iago seamus jakub yaqoob iakov
jesus isa eesa issa
john juan jean johann johannes giovanni ivan jan ian sean joao hans jack johnny yahya jovan janos yohannes ioan ion evan ioannis yannis ivo jon ioann
joan joanna johanna jane jeanne juana giovanna zhanna ivana
jonathan yonatan jon jonas yunus younis yonas
joseph jose giuseppe josef yusuf yousef youssef yosef joe joey pepe beppe osip jozef iosif jusuf yusif josip sepp
joshua yehoshua josue josh
julian juliano giuliano yuliya iuliia yuliia
julia yulia giulia juliette
karen karin
kenneth ken kenny
lawrence lorenzo laurent lars larry laurence lavrentiy lorenz
leonard leonardo leonid lenny leo leanid
leo leon lev leone
louis luis luigi ludwig lewis ludovic lou luiz lajos ludvik alois
lucas luke luca lukas loukas luka lukasz
magdalena madeleine magda magdalene
margaret margarita marguerite margherita maggie peggy meg greta gretchen rita malgorzata
mark marco marcos marcus marc markus marek
martin martino marty marton
mary maria marie miriam maryam mariam miryam mariya maryam mariia
matthew mateo matteo mathieu matthias matthieu matvei matt mateusz matej mattias
maximilian maxim maksim max massimo maksym
michael miguel michel mikhail mikhael michele michal mike mick mikael misha mykhailo mihail mikhal mihaly mikail mikayil mykhaylo michail
mohammed mehmet mamadou muhammet magomed mohamud muhamad mamadu mihammad
moses musa moussa moshe moises moise mousa
nathan natan nathaniel nat
natalia natalya nathalie natasha nataliya natallia nataliia
nicholas nicolas nikolai nikolay nicola niccolo nikolaus klaus nick nico mykola kolya miklos mikolaj nikolaos nikos nikola mikalai mikola mikalaj nikolaj
noah nuh nooh noach
olga helga olha olya volha
oliver olivier oliviero
patrick patricio patrizio pat paddy padraig
paul pablo paolo pavel paulo pavlo pal pol pauli paavo pavlos pawel bulus boulos pavieu
peter pedro pierre pietro pyotr petr petro pete piotr boutros butrus pieter petar per petrus petros piatro petras
philip felipe philippe filippo filip phil philipp filippos
rachel raquel rahel rachele rakhil
ralph raoul raul
raymond ramon raimondo ray raimund
richard ricardo riccardo rick dick ricky rich ryszard
robert roberto rob bob bobby bert
roderick rodrigo rodrick
roger ruggero rodger rogelio
ronald ronaldo ron ronnie
rudolf rodolfo rudy
samuel shmuel samuil sam sammy samuele
sarah sara sally zara
sebastian sebastien sebastiano bastian
sergey sergio serge sergei serhiy sergiu siarhei sergej sjarhej sergii serhii sergejs
simon simeon shimon semyon semen simone szymon semion
solomon suleiman sulayman suleyman shlomo salomon soliman
stanislav stanislaw stanislas stas
stephen steven stefan esteban stephane etienne stefano stepan istvan steve szczepan stephan stefanos stsiapan
susan susana suzanne susanna sue suzie zuzana
teresa therese theresa tereza
theodore fyodor fedor teodoro theodor ted teddy teodor todor fedir theodoros
thomas tomas tommaso tom tommy foma tomasz tome
timothy timofey timoteo tim timofei tsimafei tymofiy
valentin valentino valentine
valery valeri valerio valerie valeryi valerij valerii
victor viktor vittorio vitya wiktor viktar
vincent vicente vincenzo vince vinnie
vladimir volodymyr vova volodya vlad wladimir uladzimir wlodzimierz vladzimir
vasily basil vasyl vassily vasilios bazyli basile vasil wassily
walter gualtiero walt wally
william guillermo guillaume wilhelm guglielmo willem bill billy will willy liam guilherme vilhelm
xavier javier saverio
zachary zakariya zacharias zakaria zachariah zach zack zakariyya
catherine caitlin ekaterine
yegor igor egor ihar ihor yahor
amadou ahmadou ahmed
aisha ayesha aicha aysha
osman uthman ousmane usman othman
omar umar oumar
hussein hocine hoseyn huseyin
job ayub ayyub
job ayoub
jesus yeshua
kim gim ghim
lee li ri rhee yi yee rhie i
park pak bak
choi choe
jung jeong chong chung jong
cho jo joh
kang gang
jang chang
lim rim im
yoo yu ryu you liu
roh no noh ro
shin sin
yang ryang
oh o
woo u wu
jeon jun chon
joo ju chu
koo ku gu
ko go koh
heo hur hu huh
seo suh so
yeo yo
ahn an
moon mun
paek baek
kwon gwon
kwak gwak
yoon yun
hwang whang
zhang chang cheung teoh cheong
chen chan tan chin
wang wong ong
huang wong hwang ng ooi
zhou chow chou chau
zhao chao chiu
zhu chu choo
lin lam lim
liu lau low
li lee
yang yeung yeo
wu ng goh woo
xu hsu hui tsui
zheng cheng cheang tay
cai tsai choi chua
guo kuo kwok
he ho hoe
xie hsieh tse cheah
zeng tseng tsang chan
luo lo law loh
deng teng tang
xiao hsiao siu siew
jiang chiang keung kong
qiu chiu yau khoo
qian chien chin
sun suen soon
ma mah
ye yeh yip yap
lu loo luk
feng fung hong
liang leung leong
song sung soong
tang tong
xi hsi
zhong chung
cao tsao tso
peng pang phang
pan poon phua
yuan yuen yuan
fang fong
jin chin kam
hong hung ang

`;
