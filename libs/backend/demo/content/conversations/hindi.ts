import { agent, customer, note, ol, p } from '../text';
import type { Thread } from '../types';

export const HINDI: readonly Thread[] = [
  {
    key: 'hi-battery-garmi-mein-band',
    language: 'hi',
    category: 'battery',
    priority: 'high',
    tags: ['battery', 'firmware'],
    title: 'दोपहर की गर्मी में बैटरी अपने आप बंद हो जाती है',
    description: p(
      'नमस्ते, मेरी Sorrel S2 ({serial}) दोपहर में लगभग 20 मिनट चलने के बाद बंद हो जाती है और स्क्रीन पर E31 आता है। छाया में आधा घंटा रखने पर फिर चल जाती है। ऑफ़िस से लौटते समय बीच सड़क पर रुकना पड़ता है।',
    ),
    messages: [
      agent(
        1,
        p('नमस्ते {customer} जी, E31 का मतलब है कि बैटरी का तापमान 60 °C से ऊपर चला गया। कृपया बताइए:') +
          ol('बाइक पार्किंग में धूप में खड़ी रहती है या छाया में?', 'ऐप में फ़र्मवेयर कौन-सा दिख रहा है?'),
        { status: 'pending' },
      ),
      customer(3, 'सुबह से शाम तक धूप में खड़ी रहती है। फ़र्मवेयर 4.2.0 है।'),
      note(0.5, '4.2.0 में तापमान की सीमा 5 डिग्री कम रख दी गई थी; 4.2.1 में ठीक है। धूप भी कारण है, दोनों बताने होंगे।'),
      agent(
        0.5,
        'धन्यवाद। दो बातें हैं: 4.2.0 में सीमा ज़रूरत से कम थी, इसलिए मैंने आपकी बाइक के लिए 4.2.1 चालू कर दिया है। साथ ही, हो सके तो पार्किंग के समय बैटरी निकालकर अंदर रखें।',
      ),
      customer(50, 'अपडेट के बाद दो दिन से कोई दिक्कत नहीं आई। बहुत धन्यवाद!'),
    ],
    outcome: 'resolved',
    rating: 5,
    feedback: 'हिंदी में इतनी अच्छी मदद मिलेगी, सोचा नहीं था।',
    customer: 'neha-tripathi',
    agent: 'ananya',
  },
  {
    key: 'hi-tiffin-cargo-brake-pad',
    language: 'hi',
    category: 'repairs',
    priority: 'medium',
    tags: ['brakes', 'fleet', 'spare-parts'],
    title: 'कार्गो बाइक के ब्रेक पैड हर महीने घिस जाते हैं',
    description: p(
      'हम टिफ़िन पहुँचाने के लिए तीन Hollin C1 चलाते हैं। पिछले तीन महीनों में हर महीने ब्रेक पैड बदलने पड़े। क्या ज़्यादा चलने वाले पैड मिल सकते हैं? महीने का खर्च {amount} से ऊपर जा रहा है।',
    ),
    messages: [
      agent(
        4,
        'नमस्ते {customer} जी, रोज़ के कितने किलोमीटर होते हैं और डिब्बे में औसतन कितना वज़न रहता है? इससे सही पैड चुनना आसान होगा।',
        { status: 'pending' },
      ),
      customer(6, 'हर बाइक रोज़ 55–60 किमी, वज़न 70 किलो तक।'),
      agent(
        2,
        'इतने काम के लिए सिंटर्ड पैड (VM-BP-04S) सही रहेंगे, लगभग ढाई गुना चलते हैं। छह जोड़ी पर 15 % छूट दे सकती हूँ। भेज दूँ?',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
    customer: 'rajesh-solanki',
    agent: 'ananya',
  },
  {
    key: 'hi-paisa-kata-order-nahin',
    language: 'hi',
    category: 'billing',
    priority: 'high',
    tags: ['billing', 'refund'],
    title: 'पैसे कट गए लेकिन ऑर्डर नहीं बना',
    description: p(
      'मैंने {date:-2} को हेलमेट और लॉक के लिए {amount} का भुगतान किया। खाते से पैसे कट गए, पर ऐप में “भुगतान असफल” दिखा और कोई ऑर्डर नहीं है। कृपया पैसे वापस करें या ऑर्डर बना दें।',
    ),
    messages: [
      agent(
        2,
        'नमस्ते {customer} जी, भुगतान हमारे पास पहुँचा है, पर ऑर्डर से जुड़ नहीं पाया। आप क्या चाहेंगी: ऑर्डर बना दूँ या पैसे लौटा दूँ?',
        { status: 'pending' },
      ),
      customer(1, 'ऑर्डर बना दीजिए, सामान चाहिए ही।'),
      agent(1, 'ऑर्डर {order} बन गया है और कल निकल जाएगा। देरी के लिए डिलीवरी मुफ़्त कर दी है।'),
    ],
    outcome: 'resolved',
    rating: 4,
    customer: 'kavita-joshi',
    agent: 'ananya',
  },
  {
    key: 'hi-app-hindi-bhasha',
    language: 'hi',
    category: 'app',
    priority: 'low',
    tags: ['feature-request', 'android'],
    title: 'ऐप में हिंदी भाषा कब आएगी?',
    description: p(
      'मेरे पिताजी भी बाइक चलाते हैं, पर अंग्रेज़ी ऐप उनसे नहीं समझा जाता। क्या ऐप में हिंदी का विकल्प आने वाला है?',
    ),
    messages: [],
    outcome: 'open',
  },
];
