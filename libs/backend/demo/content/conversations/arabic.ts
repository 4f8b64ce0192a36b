import { agent, customer, note, ol, p } from '../text';
import type { Thread } from '../types';

export const ARABIC: readonly Thread[] = [
  {
    key: 'ar-battery-heat-dubai',
    language: 'ar',
    category: 'battery',
    priority: 'high',
    tags: ['battery'],
    title: 'البطارية تتوقف عن الشحن وتظهر الرسالة E31',
    description: p(
      'مرحبًا، منذ ثلاثة أيام تتوقف بطارية V-Pack 500 عن الشحن عند 40٪ ويظهر على الشاشة الرمز E31. الدراجة في موقف مكشوف والحرارة مرتفعة جدًا. هل البطارية تالفة؟ الرقم التسلسلي: {serial}.',
    ),
    messages: [
      agent(
        1,
        p(
          'مرحبًا {customer}، شكرًا على التفاصيل. الرمز E31 يعني أن حرارة البطارية تجاوزت الحد الآمن، وهي تحمي نفسها. يُرجى تجربة ما يلي:',
        ) +
          ol(
            'إخراج البطارية ووضعها في غرفة مكيفة لمدة ساعة.',
            'شحنها داخل المنزل لا في الموقف.',
            'إخبارنا بالنسبة التي وصلت إليها.',
          ),
        { status: 'pending' },
      ),
      customer(18, 'شحنتها داخل المنزل ووصلت إلى 100٪ دون أي مشكلة. شكرًا جزيلًا على سرعة الرد.'),
      agent(2, 'يسعدنا ذلك. في أشهر الصيف ننصح بإخراج البطارية من الدراجة عند الوقوف تحت الشمس.'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'رد سريع وشرح واضح.',
    customer: 'layla-mansouri',
    agent: 'omar',
  },
  {
    key: 'ar-delivery-delay-casablanca',
    language: 'ar',
    category: 'delivery',
    priority: 'medium',
    tags: ['customs'],
    title: 'تأخر وصول الطلب {order}',
    description: p(
      'السلام عليكم، كان من المفترض أن يصل طلبي يوم {date:-5}، وصفحة التتبع لم تتغير منذ أسبوع: «في الجمارك». هل المطلوب مني شيء؟',
    ),
    messages: [
      agent(
        3,
        'وعليكم السلام {customer}، لا يُطلب منك شيء. كانت تنقص الشحنة شهادة المطابقة، وقد أرسلناها اليوم إلى المخلّص الجمركي.',
      ),
      note(1, 'المخلّص يحتاج يومين إلى ثلاثة أيام عمل. متابعة يوم {date:+3}.'),
      customer(60, 'ما زالت الحالة كما هي. هل من جديد؟'),
    ],
    outcome: 'in_progress',
    customer: 'karim-benslim',
    agent: 'omar',
  },
  {
    key: 'ar-app-language-direction',
    language: 'ar',
    category: 'app',
    priority: 'low',
    tags: ['feature-request', 'ios'],
    title: 'اتجاه الأرقام معكوس في شاشة الرحلات',
    description: p(
      'عند اختيار اللغة العربية تظهر المسافة «5.12» بدلًا من «12.5»، كما أن سهم الرجوع في الجهة الخطأ. أرفقت صورتين للشاشة.',
    ),
    messages: [
      agent(8, 'شكرًا {customer} على الملاحظة الدقيقة. هل يمكن إخبارنا بإصدار التطبيق وإصدار نظام الهاتف؟', {
        status: 'pending',
      }),
    ],
    outcome: 'pending',
    customer: 'layla-mansouri',
    agent: 'omar',
  },
  {
    key: 'ar-billing-ride-plus-cancel',
    language: 'ar',
    category: 'billing',
    priority: 'medium',
    tags: ['billing', 'ride-plus'],
    title: 'إلغاء اشتراك Ride Plus قبل التجديد',
    description: p(
      'أرغب في إلغاء اشتراك Ride Plus قبل تجديده يوم {date:+4}، لكن زر الإلغاء في التطبيق لا يستجيب. أرجو الإلغاء من طرفكم وتأكيد عدم خصم {amount}.',
    ),
    messages: [],
    outcome: 'open',
  },
];
