import { agent, customer, note, ol, p } from '../text';
import type { Thread } from '../types';

export const JAPANESE: readonly Thread[] = [
  {
    key: 'ja-display-mile-hyouji',
    language: 'ja',
    category: 'app',
    priority: 'low',
    tags: ['display', 'firmware'],
    title: '更新後、速度がマイル表示になってしまいました',
    description: p(
      'お世話になっております。昨夜4.3.0に更新したところ、速度がマイル表示に変わりました。設定画面で「km/h」を選んでも、電源を入れ直すと元に戻ってしまいます。車体番号は{serial}です。',
    ),
    messages: [
      agent(
        1.5,
        p(
          '{customer_last}様、お問い合わせいただきありがとうございます。ご不便をおかけして申し訳ございません。',
          '4.3.0では、アプリ側の地域設定が優先される不具合がございます。お手数ですが、次の順番でお試しいただけますでしょうか。',
        ) +
          ol(
            'アプリの「自転車＞地域」で「日本」を選び直す',
            '電源を切り、10秒待ってから入れる',
            '「単位」で「km/h」を選ぶ',
          ),
        { status: 'pending' },
      ),
      customer(9, '直りました。ご丁寧にありがとうございました。'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: '説明が分かりやすく、すぐに解決しました。',
    customer: 'haruka-minase',
    agent: 'yuki',
  },
  {
    key: 'ja-bento-cargo-kagi',
    language: 'ja',
    category: 'security',
    priority: 'high',
    tags: ['fleet', 'bluetooth'],
    title: '配達前に解錠できず、開店準備に支障が出ています',
    description: p(
      '弁当の配達にHollin C1を2台使っています。今週に入ってから、朝5時台に1台だけアプリで解錠できません。カードキーでは開きます。配達時間が決まっているため、大変困っています。',
    ),
    messages: [
      agent(
        0.8,
        '{customer_last}様、ご迷惑をおかけしております。原因を確認するため、該当する1台の詳細ログを今夜から明朝まで記録させていただいてもよろしいでしょうか。',
        { status: 'pending' },
      ),
      customer(2, 'お願いします。車体番号の末尾は0442です。'),
      note(
        13,
        'ログ確認。気温3℃以下で通信部の起動に約80秒。4.3.0の既知の不具合と同じ。4.2.1へ戻せば解消する見込み。',
      ),
      agent(
        0.5,
        '原因が判明いたしました。低温時に通信部の起動が遅れる不具合です。今夜、前のバージョン（4.2.1）へ戻してもよろしいでしょうか。約10分で完了いたします。',
        { status: 'pending' },
      ),
      customer(1, 'はい、22時以降でしたらいつでも大丈夫です。'),
      agent(20, '昨夜、4.2.1への変更が完了いたしました。今朝の状況はいかがでしたでしょうか。'),
      customer(2, '今朝は2台とも問題なく開きました。迅速な対応に感謝します。'),
    ],
    outcome: 'resolved',
    rating: 5,
    customer: 'daichi-kurose',
    agent: 'yuki',
  },
  {
    key: 'ja-haisou-nichiji-henkou',
    language: 'ja',
    category: 'delivery',
    priority: 'medium',
    tags: [],
    title: '配送日時の変更をお願いします（注文番号 {order}）',
    description: p(
      '{date:+3}の午前に配送予定ですが、急な出張が入ってしまいました。{date:+6}の18時以降に変更していただくことは可能でしょうか。',
    ),
    messages: [
      agent(
        2,
        '{customer_last}様、ご連絡ありがとうございます。{date:+6}の19時から21時の枠に変更いたしました。当日、配送会社よりお電話を差し上げます。',
      ),
      customer(5, '早速のご対応、ありがとうございます。'),
    ],
    outcome: 'closed',
    rating: 5,
    agent: 'yuki',
  },
  {
    key: 'ja-yuki-michi-tire',
    language: 'ja',
    category: 'general',
    priority: 'low',
    tags: ['how-to', 'spare-parts'],
    title: 'スタッドタイヤは装着できますか',
    description: p(
      '札幌在住です。冬も通勤に使いたいのですが、Sorrel S2にスタッドタイヤは装着できますか。泥よけとの隙間が心配です。',
    ),
    messages: [
      agent(
        6,
        '{customer_last}様、幅50mmまででしたら純正の泥よけのまま装着いただけます。現在のタイヤの側面に書かれている数字を教えていただけますか。',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
    customer: 'emiko-asagiri',
    agent: 'yuki',
  },
  {
    key: 'ja-juden-lamp-tenmetsu',
    language: 'ja',
    category: 'battery',
    priority: 'medium',
    tags: ['charger'],
    title: '充電器のランプが赤と緑に交互に点滅します',
    description: p(
      '昨日から、充電器をつなぐとランプが赤と緑に交互に点滅し、充電が始まりません。コンセントを変えても同じです。購入して8か月です。',
    ),
    messages: [],
    outcome: 'open',
  },
];
