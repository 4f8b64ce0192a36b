import { agent, customer, note, p, ul } from '../text';
import type { Thread } from '../types';

export const PORTUGUESE: readonly Thread[] = [
  {
    key: 'pt-entregas-bateria-chuva',
    language: 'pt',
    category: 'battery',
    priority: 'high',
    tags: ['battery', 'fleet', 'warranty'],
    title: 'Bateria desliga na chuva forte durante as entregas',
    description:
      p(
        'Bom dia. Temos seis Hollin C1 em operação e duas desligam na chuva forte. Com o trânsito daqui, ficar sem motor no meio da subida é perigoso.',
      ) +
      ul(
        'Números de série: C1-0712 e C1-0715',
        'Acontece depois de uns 25 minutos de chuva',
        'No dia seguinte tudo funciona',
      ),
    messages: [
      agent(
        1,
        'Bom dia, {customer}. Obrigado pelos detalhes. As duas são do mesmo lote, em que a borracha de vedação do conector veio curta. Pode me mandar uma foto do encaixe da bateria das duas?',
        { status: 'pending' },
      ),
      customer(3, 'Fotos em anexo. Na 0712 dá para ver ferrugem nos contatos.'),
      note(
        1,
        'Lote confirmado. Trocar vedação e conector das duas em garantia. Verificar também C1-0713 e 0714, são do mesmo cliente.',
      ),
      agent(
        0.5,
        'Confirmado: é garantia. Um mecânico passa aí no dia {date:+2} e troca as vedações das quatro bicicletas desse lote, também das duas que ainda não deram problema.',
      ),
      customer(70, 'Trocado nas quatro. Hoje choveu o dia inteiro e nenhuma parou. Valeu demais!'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Resolveram até o problema que eu ainda não tinha.',
    customer: 'rafael-montanhes',
    agent: 'mateus',
  },
  {
    key: 'pt-fatura-nif-porto',
    language: 'pt',
    category: 'billing',
    priority: 'medium',
    tags: ['billing', 'invoice'],
    title: 'Fatura {invoice} sem NIF',
    description: p(
      'Boa tarde. Esqueci-me de indicar o NIF na encomenda {order}. É possível emitir nova fatura? O valor é {amount}.',
    ),
    messages: [
      agent(
        2,
        'Boa tarde, {customer}. É possível até ao fim do mês. Basta acrescentar o NIF na sua conta, em “Dados de faturação”, e avisar-me por aqui.',
        { status: 'pending' },
      ),
      customer(1, 'Já acrescentei.'),
      agent(1, 'Obrigado. A nova fatura segue em anexo e a anterior foi anulada.'),
      customer(6, 'Tudo certo, obrigada!'),
    ],
    outcome: 'resolved',
    rating: 5,
    customer: 'beatriz-quentalia',
    agent: 'mateus',
  },
  {
    key: 'pt-app-nao-reconhece-digital',
    language: 'pt',
    category: 'app',
    priority: 'medium',
    tags: ['android'],
    title: 'Aplicativo fecha sozinho ao abrir o mapa',
    description: p(
      'Desde a versão 6.15 o aplicativo fecha sozinho quando abro o mapa. Já limpei o cache e reinstalei. O resto funciona. Meu celular tem quatro anos, será que é por isso?',
    ),
    messages: [
      agent(
        5,
        'Oi, {customer}. Em aparelhos com menos de 3 GB de memória o mapa novo pede demais. Ative em <strong>Ajustes &gt; Mapa &gt; Modo leve</strong> e me diga se continua fechando.',
        { status: 'pending' },
      ),
      customer(40, 'Melhorou, mas ainda fecha quando aproximo muito a imagem.'),
      note(
        2,
        'Pedi o registro do erro. Parece o mesmo da versão 6.15 com modo leve e zoom 18. Ananya já tem três casos.',
      ),
      agent(
        1,
        'Obrigado pelo retorno. Com o modo leve falta corrigir o zoom mais próximo; a correção vem na versão 6.15.1. Aviso por aqui assim que sair.',
      ),
    ],
    outcome: 'in_progress',
    customer: 'joana-pitangueira',
    agent: 'mateus',
  },
  {
    key: 'pt-troca-tamanho-capacete',
    language: 'pt',
    category: 'warranty',
    priority: 'low',
    tags: ['refund'],
    title: 'Troca de capacete: tamanho M ficou apertado',
    description: p(
      'Comprei o capacete no tamanho M e ficou apertado. Usei uma vez, dentro de casa. Posso trocar pelo G? Quem paga o envio?',
    ),
    messages: [],
    outcome: 'open',
  },
];
