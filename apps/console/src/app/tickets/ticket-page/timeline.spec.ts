import { type Tail } from '@desk/web/core';
import { CARLA, activityOf, commentOf, detailOf } from '@desk/web/testing';
import { toTimeline } from './timeline';

const at = (minute: number) => `2026-03-10T09:${String(minute).padStart(2, '0')}:00.000Z`;

const all = <T>(...rows: T[]): Tail<T> => ({ rows, earlier: null, count: rows.length });

describe('toTimeline', () => {
  it('is the request, then what was said, with what happened between', () => {
    const timeline = toTimeline(detailOf(1, { created_at: at(0) }), {
      key: '1',
      comments: all(
        commentOf(1, { created_at: at(10) }),
        commentOf(2, { created_at: at(20), author: CARLA }),
        commentOf(3, { created_at: at(30), comment_type: 'internal_note' }),
      ),
      activities: all(
        activityOf(1, { activity_type: 'created', created_at: at(0) }),
        activityOf(2, { activity_type: 'tag_added', created_at: at(0) }),
        activityOf(3, { activity_type: 'assigned', created_at: at(5) }),
        activityOf(4, { activity_type: 'commented', created_at: at(10) }),
        activityOf(5, { activity_type: 'status_changed', created_at: at(10) }),
        activityOf(6, { activity_type: 'resolved', created_at: at(40) }),
      ),
      attachments: [],
    });

    expect(
      timeline.map(
        ({ message, events }) => message?.kind ?? events?.map(({ activity_type }) => activity_type),
      ),
    ).toEqual([
      'customer',
      ['tag_added', 'assigned'],
      'staff',
      ['status_changed'],
      'customer',
      'note',
      ['resolved'],
    ]);
  });

  it('leaves out what happened among messages that are not shown', () => {
    const timeline = toTimeline(detailOf(1, { created_at: at(0) }), {
      key: '1',
      comments: { rows: [commentOf(9, { created_at: at(30) })], earlier: 'further back', count: 9 },
      activities: all(
        activityOf(1, { activity_type: 'assigned', created_at: at(5) }),
        activityOf(2, { activity_type: 'resolved', created_at: at(40) }),
      ),
      attachments: [],
    });
    expect(timeline.map(({ message, events }) => message?.id ?? events?.length)).toEqual(['opening', '9', 1]);
  });

  it('gives the request the files that came with it, and every comment its own', () => {
    const file = {
      id: 1,
      comment: null,
      filename: 'a.png',
      file_size: 1,
      content_type: 'image/png',
      url: '/a.png',
    };
    const request = { ...file, uploaded_at: at(0) };
    const later = { ...file, id: 2, comment: 1, uploaded_at: at(1) };
    const [opening, answer] = toTimeline(detailOf(1), {
      key: '1',
      comments: all(commentOf(1, { attachments: [later] })),
      activities: all(),
      attachments: [request],
    });
    expect(opening?.message?.files).toEqual([request]);
    expect(answer?.message?.files).toEqual([later]);
  });

  it('shows typed text to the letter and markup as markup', () => {
    const [opening, answer] = toTimeline(detailOf(1, { description: 'a < b & c > d' }), {
      key: '1',
      comments: all(commentOf(1, { content: '<p>Hello</p>' })),
      activities: all(),
      attachments: [],
    });
    expect(opening?.message?.isPlain).toBe(true);
    expect(answer?.message?.isPlain).toBe(false);
  });
});
