import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { type RateBody } from '@desk/web/api-client';
import { Drafts, Problem } from '@desk/web/core';
import { CARLA_HERSELF, detailOf, provideTestDesk } from '@desk/web/testing';
import { RatingCard } from './rating-card';
import { TicketStore } from './ticket-store';

const SOLVED = detailOf(1, { status: 'resolved' });

describe('desk-rating-card', () => {
  const rate = jest.fn<Promise<void>, [RateBody]>();
  let fixture: ComponentFixture<RatingCard>;
  let loader: HarnessLoader;

  beforeEach(() => {
    localStorage.clear();
    rate.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes: [], user: CARLA_HERSELF }),
        { provide: TicketStore, useValue: { rate } },
      ],
    });
    // The store answers with the ticket as it is now, which the page hands down.
    rate.mockImplementation(({ rating, feedback }) => {
      fixture.componentRef.setInput('ticket', {
        ...SOLVED,
        csat_rating: rating,
        csat_feedback: feedback || null,
      });
      return Promise.resolve();
    });
  });

  async function open(ticket = SOLVED): Promise<void> {
    fixture = TestBed.createComponent(RatingCard);
    fixture.componentRef.setInput('ticket', ticket);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  }

  const card = () => fixture.nativeElement as HTMLElement;
  const stars = () => [...card().querySelectorAll<HTMLInputElement>('input[type=radio]')];

  async function choose(count: number): Promise<void> {
    stars()[count - 1]!.click();
    await fixture.whenStable();
  }

  async function press(text: string): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
  }

  it('offers one to five, each with its word, as one group for keyboard and screen reader', async () => {
    await open();
    expect(card().querySelector('legend')?.textContent).toBe('How good was our help?');
    expect(new Set(stars().map((star) => star.name)).size).toBe(1);
    expect(stars().map((star) => star.closest('label')?.textContent.trim().replace(/\s+/g, ' '))).toEqual([
      '1 of 5 stars Very poor',
      '2 of 5 stars Poor',
      '3 of 5 stars All right',
      '4 of 5 stars Good',
      '5 of 5 stars Very good',
    ]);
    expect(await loader.getAllHarnesses(MatButtonHarness)).toHaveLength(0);
  });

  it('sends the stars alone: words are optional', async () => {
    await open();
    await choose(5);
    await press('Send rating');
    expect(rate).toHaveBeenCalledWith({ rating: 5, feedback: '' });
    expect(card().textContent).toContain('Thank you for your rating');
    expect(card().textContent).toContain('You gave our help 5 of 5 stars: Very good.');
    expect(document.activeElement?.textContent.trim()).toBe('Thank you for your rating');
  });

  it('takes a second thought', async () => {
    await open({ ...SOLVED, csat_rating: 2, csat_feedback: 'Slow' });
    expect(card().textContent).toContain('Slow');
    await press('Change rating');
    expect(stars()[1]?.checked).toBe(true);
    await choose(4);
    const feedback = await loader.getHarness(MatInputHarness);
    expect(await feedback.getValue()).toBe('Slow');
    await feedback.setValue('Better now');
    await press('Send rating');
    expect(rate).toHaveBeenCalledWith({ rating: 4, feedback: 'Better now' });
    expect(card().textContent).toContain('4 of 5 stars: Good');
  });

  it('forgets a second thought that is cancelled', async () => {
    await open({ ...SOLVED, csat_rating: 2 });
    await press('Change rating');
    await choose(5);
    await press('Cancel');
    expect(rate).not.toHaveBeenCalled();
    expect(card().textContent).toContain('2 of 5 stars: Poor');
    expect(TestBed.inject(Drafts).read('ticket/1/rating')).toBeNull();
  });

  it('keeps what was chosen and typed when it cannot be sent', async () => {
    rate.mockRejectedValue(new Problem(409, '', 'Only a solved ticket', 'not_resolved', null, [], null, {}));
    await open();
    await choose(3);
    await (await loader.getHarness(MatInputHarness)).setValue('It took a while');
    await press('Send rating');
    expect(card().textContent).toContain('Only a solved ticket');
    expect(TestBed.inject(Drafts).read('ticket/1/rating')).toEqual({
      rating: 3,
      feedback: 'It took a while',
    });
  });
});
