/** Names of one language or region: given and family names in the script people write them in. */
export interface NameStock {
  script:
    'Latin' | 'Greek' | 'Cyrillic' | 'Arabic' | 'Hebrew' | 'Devanagari' | 'Thai' | 'Han' | 'Hangul' | 'Kana';
  /** How often among 100 registrants, roughly. */
  weight: number;
  given: readonly string[];
  family: readonly string[];
}

const words = (text: string): string[] => text.split(/\s*,\s*/);

export const NAME_STOCKS: readonly NameStock[] = [
  {
    script: 'Latin',
    weight: 28,
    given: words(
      'James, Mary, Robert, Patricia, Michael, Jennifer, William, Linda, David, Elizabeth, Thomas, Susan, Charles, Karen, Daniel, Nancy, Matthew, Margaret, Anthony, Sandra, Emily, Andrew, Michelle, Joshua, Amanda, Kevin, Melissa, Brian, Deborah, George, Stephanie, Timothy, Rebecca, Ronald, Laura, Jason, Cynthia, Edward, Kathleen, Jeffrey, Amy, Ryan, Angela, Jacob, Shirley, Gary, Brenda, Nicholas, Emma, Eric, Anna, Jonathan, Pamela, Stephen, Nicole, Larry, Samantha, Justin, Katherine, Scott, Christine, Brandon, Helen, Benjamin, Debra, Samuel, Rachel, Gregory, Carolyn, Alexander, Janet, Patrick, Maria, Frank, Olivia, Raymond, Heather, Jack, Diane, Dennis, Julie, Jerry, Joyce, Tyler, Victoria, Aaron, Ruth, Mary-Kate, Jean-Luc, Anne-Marie, J. Peter, DeShawn, Latoya, Siobhán, Niamh, Aoife, Pádraig, Rhys, Cerys',
    ),
    family: words(
      "Smith, Johnson, Williams, Brown, Jones, Miller, Davis, Wilson, Anderson, Thomas, Taylor, Moore, Jackson, Martin, Lee, Thompson, White, Harris, Clark, Lewis, Robinson, Walker, Young, Allen, King, Wright, Scott, Hill, Green, Adams, Nelson, Baker, Hall, Campbell, Mitchell, Carter, Roberts, Phillips, Evans, Turner, Parker, Collins, Edwards, Stewart, Morris, Murphy, Cook, Rogers, Morgan, Cooper, Peterson, Bailey, Reed, Kelly, Howard, Ward, Cox, Richardson, Watson, Brooks, Bennett, Gray, Hughes, Price, Myers, Long, Foster, Sanders, Ross, O'Brien, O'Connor, O'Sullivan, D'Angelo, McAllister, MacLeod, Fitzgerald-Byrne, Smith-Jones, Van Houten, St. Clair, Ó Súilleabháin, Nic Dhòmhnaill",
    ),
  },
  {
    script: 'Latin',
    weight: 7,
    given: words(
      'José, María José, Juan Carlos, Ana Lucía, Luis, Carmen, Jesús, Guadalupe, Francisco Javier, Inés, Ángel, Rocío, Andrés, Sofía, Óscar, Begoña, Iñaki',
    ),
    family: words(
      'García Márquez, Hernández, Rodríguez de la Vega, López, Muñoz, Peña Nieto, Ibáñez, Ordóñez, Domínguez, Gutiérrez, Vázquez-Figueroa, Núñez, Jiménez, Zúñiga, Echeverría',
    ),
  },
  {
    script: 'Latin',
    weight: 1,
    given: words('Núria, Jordi, Montserrat, Oriol, Mercè'),
    family: words('Puigdomènech, Ferrer i Guàrdia, Vilanova, Sánchez-Llibre'),
  },
  {
    script: 'Latin',
    weight: 3,
    given: words('João, Conceição, Antônio, Fátima, Luís Felipe, Inês, Tiago, Mônica, Gonçalo, Beatriz'),
    family: words(
      'da Silva, Gonçalves, Magalhães, Araújo Lima, Conceição dos Santos, Simões, Guimarães, Assunção, de Oliveira',
    ),
  },
  {
    script: 'Latin',
    weight: 2.5,
    given: words('François, Élodie, Jérôme, Chloé, Benoît, Noël, Hélène, Jean-Baptiste, Anaïs'),
    family: words('Lefèvre, Bélanger, de La Rochefoucauld, Hérault, L’Écuyer, Dupont-Aignan, Désiré'),
  },
  {
    script: 'Latin',
    weight: 3,
    given: words('Jürgen, Käthe, Günther, Jörg, Bärbel, Heike, Matthäus, Sabine'),
    family: words('Müller, Größmann, Weiß, Schönfelder, von und zu Hohenfels, Krämer, Jäger-Lübbe'),
  },
  {
    script: 'Latin',
    weight: 1.5,
    given: words('Maarten, Liesbeth, Joost, Anneke, Daniël, Zoë'),
    family: words('van der Meijden, ’t Hooft, IJsselstein, de Vries, van ’t Zand, Brouwer'),
  },
  {
    script: 'Latin',
    weight: 2.5,
    given: words('Søren, Åse, Bjørn, Øyvind, Kåre, Åke, Göran, Märta, Jón Þór, Þórunn, Päivi, Jyrki'),
    family: words(
      'Sørensen, Ødegård, Kjærsgård, Sjöström, Åkerlund, Þorvaldsson Blöndal, Hämäläinen, Väisänen, Bäckström',
    ),
  },
  {
    script: 'Latin',
    weight: 1.5,
    given: words('Giuseppe, Niccolò, Chiara, Mariarosaria, Gesù, Letizia'),
    family: words('D’Annunzio, Dell’Orto, De Luca, Nicolò, Lo Presti, Scognamiglio'),
  },
  {
    script: 'Latin',
    weight: 1.8,
    given: words('Łukasz, Małgorzata, Zdzisław, Bożena, Michał'),
    family: words('Szczęśniak, Wójcik, Dąbek, Żółkiewicz, Sienkiewicz-Grzyb'),
  },
  {
    script: 'Latin',
    weight: 1.5,
    given: words('Jiří, Ľubomír, Ondřej, Štěpán, Matúš'),
    family: words('Dvořák, Novotný, Říha, Hviezdoslav, Kučera-Šťastný'),
  },
  {
    script: 'Latin',
    weight: 1.2,
    given: words('Zsófia, Gergő, László, Ágnes, Ödön'),
    family: words('Nagy-Kovács, Erdős, Szőke, Horváth, Gyöngyösi'),
  },
  {
    script: 'Latin',
    weight: 1,
    given: words('Ștefan, Ioana, Răzvan, Mădălina'),
    family: words('Mureșan, Țăranu, Bălăceanu, Ionescu'),
  },
  {
    script: 'Latin',
    weight: 1.2,
    given: words('Đorđe, Željko, Vesna, Šime, Ćamil'),
    family: words('Đukić, Živković, Čavić, Hadžihasanović, Šimić-Horvat'),
  },
  {
    script: 'Latin',
    weight: 1,
    given: words('Jānis, Ģirts, Žygimantas, Tõnu, Ülle, Väino'),
    family: words('Bērziņš, Kļaviņš, Žemaitis, Põldmäe, Jürisson'),
  },
  {
    script: 'Latin',
    weight: 2,
    given: words('Chukwuemeka, Oluwaseun, Ọlábísí, Ngozi, Adaeze'),
    family: words('Adébáyọ̀, Okonkwo, Nwachukwu, Ogunlesi, Ọbáfẹ́mi'),
  },
  {
    script: 'Latin',
    weight: 1,
    given: words('Kwame, Abena, Yaa, Kofi'),
    family: words('Mensah-Bonsu, Asante, Owusu-Ansah, Boateng'),
  },
  {
    script: 'Latin',
    weight: 1,
    given: words('Thandiwe, Sipho, Nomvula, Tendai'),
    family: words('Dlamini, Nkosi, Mutasa, Ndlovu, van Wyk'),
  },
  {
    script: 'Latin',
    weight: 0.8,
    given: words('Wanjirũ, Mwangi, Njeri, Kamau'),
    family: words('Kĩmani, Mũgo, Kenyatta, Wa Thiong’o'),
  },
  {
    script: 'Latin',
    weight: 0.8,
    given: words('Andrianina, Hanitra, Rivo, Lalao'),
    family: words(
      'Rakotoarimanana, Andrianampoinimerinatompokoindrindra, Razafindrandriatsimaniry, Ravalomanana',
    ),
  },
  {
    script: 'Latin',
    weight: 0.8,
    given: words('Fatoumata, Cheikh, Aïssatou, Ousmane'),
    family: words('Diop, N’Diaye, Sène, Bâ'),
  },
  {
    script: 'Latin',
    weight: 0.5,
    given: words('Nalani, Keʻalohi, Sione, Mele'),
    family: words('Kamakawiwoʻole, Tuʻipulotu, Kahanamoku, Fonoti'),
  },
  {
    script: 'Latin',
    weight: 4.5,
    given: words('Priya, Arjun, Lakshmi, Rohan, Ananya, Vikram, Meenakshi, Sanjay'),
    family: words(
      'Sharma, Patel, Krishnamurthy, Venkataraghavan, Subramaniam, Iyer, Mukhopadhyay, Chatterjee, Reddy',
    ),
  },
  {
    script: 'Latin',
    weight: 0.8,
    given: words('Chaminda, Nimal, Dilrukshi, Kumari'),
    family: words(
      'Warnakulasuriya Patabendige, Wijesekara Mudiyanselage Tikiri Bandara, Ratnayake, Jayawardena',
    ),
  },
  {
    script: 'Latin',
    weight: 1.2,
    given: words('Siti, Budi, Wayan, Putri'),
    family: words('Nurhaliza, Santoso, Wijaya, Kusumawardhani'),
  },
  {
    script: 'Latin',
    weight: 1.2,
    given: words('Maria Kristina, Jose Mari, Analyn, Benigno'),
    family: words('de los Reyes, Macaraeg, Dimaculangan, Batungbakal'),
  },
  {
    script: 'Latin',
    weight: 5,
    given: words('Ayşe, İbrahim, Gökçe, Çağlar, Şükrü, Işıl, Ömer, Ülkü, Yiğit, Tuğçe, Əli, Gülnarə'),
    family: words(
      'Yılmaz, Öztürk, Çelikoğlu, Şahin, İnönü, Kılıçdaroğlu, Güneş, Işık, Ağaoğlu, Əliyev, Hüseynova',
    ),
  },
  {
    script: 'Latin',
    weight: 6,
    given: words(
      'Thị Lan, Văn Đức, Hoàng Yến, Quốc Bảo, Ngọc Ánh, Minh Tuấn, Thị Thu Hằng, Đình Phúc, Khánh Linh, Hữu Nghĩa',
    ),
    family: words('Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý'),
  },
  {
    script: 'Latin',
    weight: 1.2,
    given: [''],
    family: words('Suharno, Thiruvalluvan, Htwe, Gulalai, Tenzin, Widodari'),
  },
  {
    script: 'Greek',
    weight: 2.5,
    given: words('Γεώργιος, Ελένη, Κωνσταντίνος, Μαρία, Δημήτρης, Άννα, Σπύρος, Ευαγγελία, Ιωάννης, Ζωή'),
    family: words(
      'Παπαδόπουλος, Καραμανλή, Οικονόμου, Χατζηγεωργίου, Αθανασιάδης, Μυλωνά, Παναγιωτόπουλος, Σταυρίδης, Ξενάκης, Ψαρρού',
    ),
  },
  {
    script: 'Cyrillic',
    weight: 3.5,
    given: words(
      'Александр, Екатерина, Дмитрий, Наталья, Сергей, Ольга, Володимир, Ірина, Їжак, Юлія, Борис, Светлана, Ђорђе, Љиљана, Николай, Гергана',
    ),
    family: words(
      'Иванов, Петрова, Соловьёв, Щербакова, Достоевский, Шевченко, Ковальчук, Їжакевич, Гончаренко, Јовановић, Његош, Георгиев, Стоянова, Ғабдуллин',
    ),
  },
  {
    script: 'Arabic',
    weight: 3,
    given: words('محمد, فاطمة, أحمد, عائشة, عبد الرحمن, نور الهدى, خالد, مريم, یوسف, زهرا, رضا, پریسا'),
    family: words(
      'الخطيب, العلي, ابن خلدون, الحسيني, أبو زيد, المنصوري, القحطاني, حسینی, رضایی, احمدی‌نژاد, گیلانی, چوہدری',
    ),
  },
  {
    script: 'Hebrew',
    weight: 2,
    given: words('יעל, דוד, נועה, משה, תמר, אברהם, רחל, איתן, שירה, יונתן'),
    family: words('כהן, לוי, מזרחי, בן־דוד, פרידמן, שפירא, אברהמי, גולדשטיין, חדד, רוזנצווייג'),
  },
  {
    script: 'Devanagari',
    weight: 2,
    given: words('अनिल, सुनीता, राजेश, प्रिया, विक्रम, लक्ष्मी, कृष्ण, श्रद्धा, ज्योति, हर्षवर्धन'),
    family: words('शर्मा, पटेल, श्रीवास्तव, त्रिपाठी, चतुर्वेदी, कुलकर्णी, देशपांडे, क्षत्रिय, थापा, श्रेष्ठ'),
  },
  {
    script: 'Thai',
    weight: 1.5,
    given: words('สมชาย, สุดารัตน์, ณัฐพงษ์, กมลวรรณ, ปิยะบุตร, ศิริพร, ธีรภัทร์, พิมพ์ชนก'),
    family: words(
      'ศรีสุวรรณ, เจริญพงศ์, วงศ์สวัสดิ์, พิทักษ์ธรรมานุรักษ์สกุล, เตชะไพบูลย์วัฒนาพาณิชย์เจริญกิจ, ณ อยุธยา, บุญมี, จันทร์โอชา',
    ),
  },
  {
    script: 'Han',
    weight: 4,
    given: words('伟, 秀英, 敏, 静怡, 志强, 晓明, 美玲, 俊傑, 雅婷, 嘉欣, 國榮, 子軒'),
    family: words('王, 李, 张, 刘, 陈, 杨, 赵, 歐陽, 司馬, 諸葛, 黃, 鄧, 龔'),
  },
  {
    script: 'Kana',
    weight: 2.5,
    given: words('花子, 太郎, さくら, 健一, 美咲, 翔太, ひなた, 由紀子, エミリー, 大輔'),
    family: words('佐藤, 鈴木, 高橋, 田中, 渡邊, 伊藤, 小笠原, 勅使河原, 髙木, 齋藤, 五十嵐'),
  },
  {
    script: 'Hangul',
    weight: 2.8,
    given: words('민준, 서연, 지훈, 수빈, 영희, 철수, 하은, 도윤, 예진, 성호'),
    family: words('김, 이, 박, 최, 정, 강, 조, 윤, 남궁, 황보, 선우'),
  },
];
