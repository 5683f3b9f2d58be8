import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inOrderOfPreset } from '../../../server/importing/peek-header.ts';
import { readText, refusalOf } from './read-file.ts';
import { importPath, withDatabase } from './test-database.ts';

/* The machine may be busy; a slow import is no wrong one. */
vi.setConfig({ testTimeout: 120_000 });

const OLIST = {
  customers: `"customer_id","customer_unique_id","customer_zip_code_prefix","customer_city","customer_state"
"c1","u1","14409","franca","SP"
"c2","u1","14409","franca","SP"
"c3","u2","09790","sao bernardo","SP"
`,
  orders: `"order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at","order_delivered_carrier_date","order_delivered_customer_date","order_estimated_delivery_date"
"o1","c1","delivered","2017-10-02 10:56:33","2017-10-02 11:07:15","2017-10-04 19:55:00","2017-10-18 21:25:13","2017-10-18 00:00:00"
"o2","c2","delivered","2018-01-10 20:41:37","2018-01-10 21:24:27","2018-01-12 14:31:00","2018-02-07 15:27:45","2018-02-06 00:00:00"
"o3","c3","canceled","2018-02-01 08:38:49","","","","2018-02-20 00:00:00"
`,
  items: `"order_id","order_item_id","product_id","seller_id","shipping_limit_date","price","freight_value"
"o1","1","p1","s1","2017-10-06 11:07:15","29.99","8.72"
"o1","2","p2","s1","2017-10-06 11:07:15","10.00","8.72"
"o2","1","p3","s2","2018-01-18 20:41:37","118.70","22.76"
"o9","1","p3","s2","2018-01-18 20:41:37","118.70","22.76"
`,
  reviews: `"review_id","order_id","review_score","review_comment_title","review_comment_message","review_creation_date","review_answer_timestamp"
"r1","o1",5,,"Recebi bem antes
do prazo","2017-10-19 00:00:00","2017-10-20 03:43:48"
"r2","o2",1,,,"2018-02-08 00:00:00","2018-02-09 11:02:11"
`,
} as const;

const ZENDESK = `"Summation column","Id","Requester","Requester id","Group","Subject","Status","Priority","Via","Ticket type","Created at","Updated at","Due date","Solved at","Satisfaction Score","Reopens","First reply time in minutes"
1,101,"Ann","9001","Returns Desk","Broken","Solved","High","Mail","Problem","2024-03-04 09:00","2024-03-05 10:00","2024-03-06","2024-03-05 09:30","Good",0,45
1,102,"Bob","9002","-","Where is it","Open","-","Web form","-","2024-03-04 11:00","2024-03-04 11:00",,,"Not Offered",0,
1,103,"Cy","9003","Returns Desk","spam","Deleted","Low","Mail","Question","2024-03-04 12:00","2024-03-04 12:00",,,"Not Offered",0,
`;

const SHOPIFY = `Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Cancelled at,Refunded Amount,Location,Billing Name
#1001,Ann@Example.com,paid,2024-01-15 10:24:00 -0500,fulfilled,2024-01-18 16:00:00 -0500,no,USD,30.00,5.00,2.00,37.00,2024-01-15 10:23:45 -0500,2,Mug,10.00,12.00,MUG,,5.00,Boston,Ann Lee
#1001,Ann@Example.com,,,,,,,,,,,,1,Mug,10.00,,MUG,,,,
#1002,,paid,2024-01-16 10:24:00 -0500,fulfilled,2024-01-30 16:00:00 -0500,no,USD,10.00,5.00,2.00,17.00,2024-01-16 10:23:45 -0500,1,Bowl,10.00,,BOWL,,0.00,Boston,Guest
`;

describe('Olist', () => {
  it('takes customer_unique_id for the customer, and items their promise from the order', async () => {
    await withDatabase(async (test) => {
      const path = (name: keyof typeof OLIST): string => join(test.folder, `${name}.csv`);
      for (const [name, text] of Object.entries(OLIST)) await writeFile(join(test.folder, `${name}.csv`), text);
      const given = [path('items'), path('reviews'), path('orders'), path('customers')];
      const files = await inOrderOfPreset(given, 'olist');
      expect(files).toEqual([path('customers'), path('orders'), path('items'), path('reviews')]);
      const reports = [];
      for (const file of files) reports.push((await importPath(test, file, { preset: 'olist' })).report);
      expect(reports.map(({ status, counts }) => [status, counts.read, counts.refused])).toEqual([
        ['done', 3, 0],
        ['done', 3, 0],
        ['done', 4, 1],
        ['done', 2, 0],
      ]);
      expect(reports[2]?.refusedRows).toMatchObject([
        { line: 5, reason: expect.stringContaining('import that one first') as unknown },
      ]);
      expect(
        await test.db.all(
          `select o.order_id, c.canonical_id, l.line_id, l.product, l.net_price, l.promised_day, l.delivered_day
           from order_lines l join orders o on o.order_id = l.order_id
           join customers c on c.customer_id = o.customer_id where o.cancelled_at is null order by l.line_id`,
        ),
      ).toEqual([
        {
          order_id: 'o1',
          canonical_id: 'u1',
          line_id: 'o1:1',
          product: 'p1',
          net_price: 2999,
          promised_day: 17_457,
          delivered_day: 17_457,
        },
        {
          order_id: 'o1',
          canonical_id: 'u1',
          line_id: 'o1:2',
          product: 'p2',
          net_price: 1000,
          promised_day: 17_457,
          delivered_day: 17_457,
        },
        {
          order_id: 'o2',
          canonical_id: 'u1',
          line_id: 'o2:1',
          product: 'p3',
          net_price: 11_870,
          promised_day: 17_568,
          delivered_day: 17_569,
        },
      ]);
      const onTime = await test.db.all(
        `select sum(numerator) as n, sum(denominator) as d from observations where indicator_id = 'on-time'`,
      );
      expect(onTime).toEqual([{ n: 2, d: 3 }]);
      expect(await test.db.all(`select overall, comment from evaluations order by evaluation_id`)).toEqual([
        { overall: 1, comment: 'Recebi bem antes\ndo prazo' },
        { overall: 0, comment: null },
      ]);
      const again = await importPath(test, path('orders'), { preset: 'olist' });
      expect(again.report.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
      expect(again.report.records).toEqual({ orders: 0, order_lines: 0 });
    });
  }, 30_000);
});

describe('Zendesk', () => {
  it('makes a claim of each ticket, an answer of its first reply and an evaluation of its score', async () => {
    const read = await readText(ZENDESK, { preset: 'zendesk-tickets', mapping: '{"parameters":{"answerHours":4}}' });
    const hours = (from: unknown, to: unknown): number => (Number(to) - Number(from)) / 3_600_000;
    const [first, second] = read.records.claims ?? [];
    expect(read.records.claims).toMatchObject([
      {
        claim_id: 'zendesk-101',
        team_id: 'returns-desk',
        cause_id: 'zendesk-problem',
        severity: 'high',
        channel: 'mail',
      },
      {
        claim_id: 'zendesk-102',
        team_id: 'unassigned',
        cause_id: null,
        severity: null,
        resolved_at: null,
        acknowledged_at: null,
      },
    ]);
    expect(hours(first?.['opened_at'], first?.['acknowledged_at'])).toBe(0.75);
    expect(hours(first?.['opened_at'], first?.['acknowledge_by'])).toBe(4);
    expect(hours(second?.['opened_at'], second?.['acknowledge_by'])).toBe(4);
    expect(read.records.contacts).toMatchObject([{ claim_id: 'zendesk-101', direction: 'outbound', automated: 0 }]);
    expect(read.records.evaluations).toMatchObject([{ customer_id: 'zendesk-9001', overall: 1 }]);
    expect(read.ifMissing.teams).toEqual([{ team_id: 'returns-desk', name: 'Returns Desk' }]);
    expect(read.counts).toEqual({ read: 3, refused: 0, warned: 0 });
  });
});

describe('Shopify', () => {
  it('reads one row a line item, with the columns of the order from its first row', async () => {
    const read = await readText(SHOPIFY, {
      preset: 'shopify-orders',
      mapping: '{"parameters":{"promiseDays":5}}',
      timeZone: 'America/New_York',
    });
    expect(read.records.order_lines).toMatchObject([
      {
        line_id: '#1001:1',
        order_id: '#1001',
        quantity_ordered: 2,
        list_price: 2400,
        net_price: 2000,
        promised_day: 19_742,
        delivered_day: 19_740,
      },
      {
        line_id: '#1001:2',
        order_id: '#1001',
        quantity_ordered: 1,
        list_price: 1000,
        net_price: 1000,
        promised_day: 19_742,
        delivered_day: 19_740,
      },
      { line_id: '#1002:1', order_id: '#1002', quantity_ordered: 1, promised_day: 19_743, delivered_day: 19_752 },
    ]);
    expect(read.records.orders?.at(-1)).toMatchObject({
      customer_id: 'guest-#1002',
      team_id: 'boston',
      invoiced_total: 1700,
    });
    expect(read.records.costs).toMatchObject([{ kind: 'refund', amount: 500, currency: 'USD' }]);
    expect(read.ifMissing.customers).toMatchObject([
      { customer_id: 'ann@example.com' },
      { customer_id: 'guest-#1002' },
    ]);
  });
});

describe('a preset', () => {
  it('refuses a file of something else and says what it looks for', async () => {
    const refusal = await refusalOf('a,b\n1,2\n', { preset: 'olist' });
    expect(refusal.message).toMatch(/no export of Olist.*customers \(“customer_id”, “customer_unique_id”\)/);
  });

  it.each([
    ['unknown parameters', '{"parameters":{"colour":1}}', /no parameter “colour”/],
    ['other fields', '{"kind":"orders"}', /not the fields/],
  ])('refuses %s in the mapping beside it', async (_guard, mapping, message) => {
    expect((await refusalOf(SHOPIFY, { preset: 'shopify-orders', mapping })).message).toMatch(message);
  });
});
