import { agent, customer, note, ol, p, ul } from '../text';
import type { Thread } from '../types';

export const SPANISH: readonly Thread[] = [
  {
    key: 'es-bateria-no-carga-calor',
    language: 'es',
    category: 'battery',
    priority: 'medium',
    tags: ['battery', 'charger'],
    title: 'La batería deja de cargar por la tarde y por la noche carga bien',
    description: p(
      'Hola, en verano mi V-Pack 500 se queda al 60 % si la cargo por la tarde en la terraza. De noche llega al 100 %. ¿Está estropeada? Sorrel S2, serie {serial}.',
    ),
    messages: [
      agent(
        2,
        p(
          'Hola, {customer}: no está estropeada, se está cuidando. Por encima de 45 °C en las celdas la carga se detiene y sigue cuando se enfrían.',
          'Si la carga dentro de casa, a la sombra, llegará al 100 % a cualquier hora. ¿Puede probarlo y contarme qué tal?',
        ),
        { status: 'pending' },
      ),
      customer(26, 'Confirmado: dentro de casa carga perfectamente a las cinco de la tarde. ¡Gracias!'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Explicación clara y sin rodeos.',
    customer: 'lucia-ferrandiz',
  },
  {
    key: 'es-flota-candados-reparto',
    language: 'es',
    category: 'security',
    priority: 'high',
    tags: ['fleet', 'bluetooth'],
    title: 'Tres bicis de reparto no se desbloquean a primera hora',
    description:
      p(
        'Desde la actualización del lunes, tres de nuestras ocho Hollin C1 no se desbloquean con el móvil entre las 6 y las 7. Los repartidores esperan de pie con la mercancía.',
      ) +
      ul(
        'Con la tarjeta sí se abren',
        'A partir de las 7:30 funciona todo',
        'Firmware 4.3.0 en las tres; las demás tienen 4.2.1',
      ),
    messages: [
      agent(
        1,
        'Buenos días, {customer}. Gracias por la comparación de versiones, es justo la pista. ¿Me autoriza a volver a 4.2.1 esta noche en las tres?',
        { status: 'pending' },
      ),
      customer(0.5, 'Autorizado. Entre las 22 y las 5 están en el almacén.'),
      note(
        1,
        'Con 4.3.0 el módulo tarda hasta 90 min en despertar si la noche baja de 5 °C. Ananya lo ha reproducido en la cámara fría.',
      ),
      agent(
        11,
        'Las tres han vuelto a 4.2.1 durante la noche. El fallo solo aparece con frío y lo hemos reproducido. ¿Qué tal esta mañana?',
        { status: 'pending' },
      ),
      customer(4, 'Las ocho abiertas a las 6:05. Avisen cuando la versión nueva sea segura.'),
    ],
    outcome: 'in_progress',
    customer: 'inigo-etxarribide',
    agent: 'mateus',
    escalation: 1,
  },
  {
    key: 'es-factura-rfc-mexico',
    language: 'es',
    category: 'billing',
    priority: 'medium',
    tags: ['billing', 'invoice'],
    title: 'Necesito la factura {invoice} con mis datos fiscales',
    description: p(
      'Buenas tardes. Pagué {amount} el {date:-4} y solo recibí un comprobante simple. Necesito la factura con mis datos fiscales antes de que termine el mes. ¿Me ayudan?',
    ),
    messages: [
      agent(
        3,
        'Buenas tardes, {customer}. Con gusto. ¿Me indica el nombre fiscal completo, el código postal y el uso que le dará a la factura?',
        { status: 'pending' },
      ),
      customer(2, 'Ya los guardé en mi cuenta, en “Datos fiscales”.'),
      agent(1, 'Los veo, gracias. La factura está adjunta y también en su cuenta.'),
      customer(10, 'Recibida. Excelente atención.'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Muy amables.',
    customer: 'ximena-rosaleda',
    agent: 'mateus',
  },
  {
    key: 'es-envio-aduana-valparaiso',
    language: 'es',
    category: 'delivery',
    priority: 'high',
    tags: ['customs', 'spare-parts'],
    title: 'Repuesto retenido en aduana hace 16 días',
    description: p(
      'El cargador que me mandaron en garantía está en la aduana desde el {date:-16}. Me piden pagar impuestos por un repuesto que ustedes mismos dijeron que era gratis. Hace más de dos semanas que no puedo usar la bici.',
    ),
    messages: [
      agent(
        4,
        'Hola, {customer}. Tiene toda la razón: lo declaramos con el valor de venta y debió ir como reposición en garantía. Ya enviamos la declaración corregida. ¿Me puede mandar el número de la carta de aduana?',
        { status: 'pending' },
      ),
      customer(7, 'Es el AD-20931. Por favor, que esta vez sea rápido.'),
      note(
        1,
        'Mandé por mensajería un segundo cargador desde el distribuidor local, llega antes que la aduana.',
      ),
      agent(
        0.5,
        'Para que no siga esperando, el distribuidor local le manda hoy otro cargador. Cuando llegue el de aduana, recházelo y vuelve solo.',
      ),
    ],
    outcome: 'in_progress',
    customer: 'matias-fuenzal',
    escalation: 1,
  },
  {
    key: 'es-sugerencia-cesta-delantera',
    language: 'es',
    category: 'general',
    priority: 'low',
    tags: ['feature-request'],
    title: '¿Habrá una cesta delantera para la Pirrin F1?',
    description: p(
      'Me encanta la Pirrin, pero me falta una cesta delantera que no gire con el manillar. ¿Está previsto? Si no, ¿puedo montar una de otra marca sin perder la garantía?',
    ),
    messages: [],
    outcome: 'open',
  },
  {
    key: 'es-taller-ruido-motor',
    language: 'es',
    category: 'repairs',
    priority: 'medium',
    tags: ['workshop'],
    title: 'Zumbido del motor a partir de 18 km/h',
    description: p(
      'Desde hace unos 200 km el motor zumba a partir de 18 km/h, sobre todo en cuesta. No pierde fuerza, pero cada semana suena más.',
    ),
    messages: [
      agent(
        6,
        p('Hola, {customer}. Antes de ir al taller, tres comprobaciones rápidas:') +
          ol(
            '¿Suena también sin pedalear, con la bici levantada?',
            '¿Cambia si quita el portaequipajes?',
            '¿Puede grabar diez segundos con el móvil cerca del eje?',
          ),
        { status: 'pending' },
      ),
      customer(30, 'Sin pedalear no suena. Adjunto la grabación.'),
    ],
    outcome: 'open',
  },
];
