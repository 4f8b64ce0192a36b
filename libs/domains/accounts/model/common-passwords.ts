/** Passwords of at least ten characters that guessers try first, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  0000000000 0123456789 0987654321 1029384756 1111111111 1122334455 1231231234 1234512345 1234567890
  123456789012 1234567891 12345678910 123456789a 123456789abc 123456789q 1234567abc 12345qwert 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx3e 1qaz2wsx3edc 9876543210 9999999999 a123456789 aa12345678 aa123456789 abc1234567
  abc123456789 abcd123456 abcd1234567 abcde12345 abcdefghij abcdefghijk abcdefghijklmnop admin1234!
  admin12345 admin123456 admin@1234 admin@12345 adminadmin adminadmin1 administrator administrator1
  adminpass123 adminpassword arsenal123 asdf123456 asdfasdfasdf asdfghjkl1 asdfghjkl123 asdfghjkl;
  autumn2024 autumn2024! autumn2025! azerty1234 azerty12345 azertyuiop bangalore1 barcelona1 barcelona123
  baseball12 baseball123 basketball basketball1 basketball123 batman1234 blessed123 business123
  changeme12 changeme123 changeme123! changemenow charlie123 chelsea123 chennai123 company123 company1234
  computer12 computer123 correcthorsebatterystaple customer123 default123 demo123456 demodemo12
  dragon1234 dragon12345 dragonball dragonballz facebook12 facebook123 football12 football123 forever123
  freedom123 ganesh1234 godisgood1 google1234 google12345 guest12345 hello123!! hello12345 hello123456
  hellohello helloworld helloworld1 helloworld123 helpdesk12 helpdesk123 hockey1234 ilovegod123
  ilovejesus ilovemymom ilovemyself iloveu1234 iloveyou!! iloveyou12 iloveyou123 iloveyou1234
  iloveyou2024 iloveyou2025 iloveyouforever iloveyousomuch india12345 india@1234 india@12345 instagram1
  internet12 internet123 jaishreeram january2024 jennifer12 jennifer123 jessica123 jesuschrist
  jesusislord jordan2323 juventus12 krishna123 letmein123 letmein123! letmein1234 letmeinplease
  linkedin123 liverpool1 liverpool123 lkjhgfdsa1 loveyou123 manager123 manchester manchester1 master1234
  master12345 michael123 michelle123 microsoft1 microsoft123 minecraft1 minecraft123 mnbvcxz123
  monday1234 monkey1234 monkey12345 mumbai1234 mypassword mypassword1 mypassword123 newpassword
  newpassword1 nothing123 p@$$w0rd123 p@ssw0rd12 p@ssw0rd123 p@ssword123 passw0rd12 passw0rd123
  password1! password12 password123 password123! password1234 password12345 password123456 password@123
  passwordpassword pleasechangeme poiuytrewq pokemon123 pokemon1234 princess12 princess123 princess1234
  q123456789 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc123 qazwsxedcrfv qweasdzxc1 qweasdzxc123 qwer123456
  qwerasdfzxcv qwert12345 qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop1 qwertyuiop123
  qwertyuiop[] qwertz1234 qwertz12345 qwertzuiop realmadrid root123456 rootroot12 sairam1234 samsung123
  secret1234 secret12345 secretpassword service123 shadow1234 shadow12345 soccer1234 something1
  something123 spiderman1 spiderman123 spring2024 spring2024! spring2025! starwars12 starwars123
  summer2023! summer2024 summer2024! summer2025 summer2025! sunshine12 sunshine123 sunshine1234
  superadmin superadmin1 superadmin123 superman12 superman123 superuser1 superuser123 support123
  temp123456 temporary1 temporary123 test123456 test1234567 testing123 testing1234 testpassword
  testtest12 testtest123 thisismypassword topsecret1 topsecret123 trustno1trustno1 user123456 welcome!123
  welcome123 welcome123! welcome1234 welcome2023 welcome2024 welcome2025 welcome2026 welcome@123
  whatever12 whatever123 whatever1234 whatsapp123 windows123 winter2023! winter2024 winter2024!
  winter2025 winter2025! yourpassword zaq12wsxcde3 zaq1xsw2cde3 zxcvbnm123 zxcvbnm1234
  `
    .trim()
    .split(/\s+/),
);
