/** What Run says of a couple's private timeout. */
export const timeout = {
  begin: 'Private timeout for {{pair}}, {{minutes}} min',
  of: 'Private timeout of {{pair}}',
  left_one: 'Back at {{at}}, 1 min left',
  left_other: 'Back at {{at}}, {{count}} min left',
  due: 'Time to come back: {{at}}',
  more: '+{{minutes}} minutes',
  moreFor: '{{minutes}} minutes more for {{pair}}, once',
  end: 'They are back',
  endFor: 'They are back: {{pair}}',
  phrases: '{{side}} likes to hear {{phrases}}',
  phrasesLater: 'Their landing phrases come with the return.',
  seat: 'in a private timeout, back at {{at}}',
  seatDue: 'private timeout is over, back at {{at}}',
} as const;
