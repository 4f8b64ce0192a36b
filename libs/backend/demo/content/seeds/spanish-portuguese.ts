import { seedsIn } from './seed';

const es = seedsIn('es');
const pt = seedsIn('pt');

export const SPANISH_AND_PORTUGUESE_SEEDS = [
  es('pedido', 'delivery', 'medium', [], {
    title: 'Pedido {order} sin movimiento desde el {date:-5}',
    text: 'El seguimiento no cambia desde el {date:-5}. ¿Se ha perdido el paquete?',
    ask: '¿Me confirma un teléfono para que el transportista pueda avisar?',
    answer: 'La entrega está confirmada para el {date:+3}, entre las 9 y las 13 horas.',
  }),
  es('direccion', 'delivery', 'medium', [], {
    title: 'Cambio de dirección para {order}',
    text: 'Me equivoqué en el número de la calle: es el 72, no el 27. ¿Se puede corregir todavía?',
    ask: 'Sí, todavía no ha salido. ¿El resto de la dirección es correcto?',
    answer: 'Corregido: número 72. Recibirá un correo en cuanto salga del almacén.',
  }),
  es('bateria', 'battery', 'high', ['battery', 'charger'], {
    title: 'La batería no carga ({serial})',
    text: 'Desde el {date:-2} la batería no carga y el cargador parpadea en rojo. He probado en otros enchufes.',
    ask: '¿Puede enviarme una foto de la etiqueta que está debajo de la batería?',
    answer: 'El registro muestra un contacto flojo en el conector. Le enviamos hoy un cable nuevo.',
  }),
  es('cobro', 'billing', 'high', ['billing', 'refund'], {
    title: 'Cobro duplicado de {amount}',
    text: 'Aparecen dos cargos de {amount} y solo hice un pedido, el {order}.',
    ask: '¿Los dos cargos figuran como definitivos o uno sigue pendiente?',
    answer: 'El segundo era una retención y ya está liberada. Desaparecerá a más tardar el {date:+5}.',
  }),
  es('app', 'app', 'medium', ['bluetooth', 'android'], {
    title: 'La aplicación no encuentra la bici {serial}',
    text: 'Desde ayer la aplicación no encuentra la bici. Ya reinstalé todo y reinicié el teléfono.',
    ask: '¿Qué teléfono y qué versión de la aplicación usa?',
    answer: 'He restablecido el emparejamiento. Vuelva a añadir la bici; los viajes se conservan.',
  }),
  es('revision', 'repairs', 'medium', ['workshop'], {
    title: 'Cita para la revisión en {city}',
    text: 'Quisiera una cita para la revisión de mi {model}, mejor a partir del {date:+5}.',
    ask: '¿Necesita una bici de préstamo ese día?',
    answer: 'La cita queda para el {date:+6} a las 8:30, con bici de préstamo.',
  }),
  es('talla', 'general', 'low', ['how-to'], {
    title: '¿Qué talla de {model} me conviene?',
    text: 'Mido 1,63 m y dudo entre dos tallas. La usaría todos los días en {city}, unos {km} km.',
    ask: '¿Puede medir la entrepierna, descalzo y contra la pared? Dice más que la altura.',
    answer: 'Le recomiendo la pequeña: es más ágil y la tija tiene margen de sobra.',
  }),
  pt('encomenda', 'delivery', 'medium', [], {
    title: 'Pedido {order} parado desde {date:-5}',
    text: 'O rastreamento está parado desde {date:-5}. O pacote se perdeu?',
    ask: 'Pode confirmar um telefone para a transportadora avisar antes?',
    answer: 'A entrega está confirmada para {date:+3}, entre 9 e 13 horas.',
  }),
  pt('carregador', 'battery', 'high', ['charger'], {
    title: 'Carregador sem luz desde {date:-2}',
    text: 'O carregador não acende mais. Testei em três tomadas. Série {serial}.',
    ask: 'Pode enviar uma foto da etiqueta que fica atrás do carregador?',
    answer:
      'O carregador está com defeito. Um novo segue hoje, sem custo, e não é preciso devolver o antigo.',
  }),
  pt('autonomia', 'battery', 'medium', ['battery'], {
    title: 'Autonomia caiu para {km} km',
    text: 'A autonomia da minha {model} caiu pela metade em poucas semanas. Firmware {firmware}.',
    ask: 'Qual valor aparece em “Bateria &gt; Saúde” no aplicativo?',
    answer:
      'A bateria está com 96 %. O registro mostra o freio traseiro encostando; a oficina ajusta sem custo e a autonomia volta.',
  }),
  pt('fatura', 'billing', 'low', ['billing', 'invoice'], {
    title: 'Preciso da fatura {invoice}',
    text: 'Preciso da fatura {invoice} em PDF para a contabilidade. O link do e-mail expirou.',
    ask: 'Em que nome e endereço a fatura deve sair?',
    answer: 'A fatura segue em anexo e também está na sua conta.',
  }),
  pt('reembolso', 'billing', 'high', ['billing', 'refund'], {
    title: 'Reembolso de {amount} não chegou',
    text: 'O reembolso de {amount} foi prometido há duas semanas e ainda não chegou.',
    ask: 'O cartão usado na compra ainda é válido?',
    answer: 'O banco devolveu o valor para nós. Fizemos uma transferência hoje; chega até {date:+3}.',
  }),
  pt('oficina', 'repairs', 'medium', ['workshop'], {
    title: 'Agendar revisão em {city}',
    text: 'Gostaria de agendar a revisão da minha {model}, a partir de {date:+5}.',
    ask: 'Precisa de uma bicicleta reserva nesse dia?',
    answer: 'A revisão ficou para {date:+6}, às 8h30, com bicicleta reserva.',
  }),
  pt('erro', 'repairs', 'high', ['display'], {
    title: 'Erro E07 na tela da {model}',
    text: 'Desde hoje cedo aparece E07 e o motor para. Desligar e ligar resolve por alguns minutos.',
    ask: 'Aperte o botão de ligar e o de menos por cinco segundos. Que números aparecem?',
    answer: 'O ímã do sensor de velocidade tinha saído do lugar. Ele deve passar a 5–8 mm do sensor.',
  }),
];
