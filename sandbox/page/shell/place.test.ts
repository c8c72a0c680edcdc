import { describe, expect, it } from 'vitest';
import { type Place, parsePlace, placeHash } from './place.ts';

describe('a place in the page', () => {
  it('is found again by its address', () => {
    const places: Place[] = [
      { at: 'chat' },
      { at: 'activity' },
      { at: 'chat', conversationId: 'a:1/ü?#x' },
      { at: 'teams', teamId: 't', channelId: '19:abc@thread.tacv2' },
      { at: 'calendar', date: '2026-11-23', look: 'list' },
      { at: 'calendar', look: 'week' },
      { at: 'meeting', chatId: '19:meeting_abc@thread.v2' },
      { at: 'meeting', chatId: '19:meeting_abc@thread.v2', title: 'Heads & “friends”?' },
      { at: 'app', appId: 'app-1' },
      { at: 'app', appId: 'app-1', tab: 'home', subPage: 'schools/1?x=2&y=3' },
    ];
    for (const place of places) expect(parsePlace(placeHash(place))).toEqual(place);
  });
  it('is the chat where the address says nothing sensible', () => {
    for (const hash of ['', '#', '#/', '#/nonsense', '#/app', '#/meeting', '#/%E0%A4%A'])
      expect(parsePlace(hash)).toEqual({ at: 'chat' });
  });
});
