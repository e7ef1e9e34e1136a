/// The invariants that one query each can check: every row it gives is a violation, told in its
/// only column.
enum Invariants {
  static let queries: [(invariant: Violation.Invariant, sql: String)] = [
    (.entriesBalance, entriesBalance),
    (.creditsMoveIssued, creditsMoveIssued),
    (.entriesNamePurchase, entriesNamePurchase),
    (.balancesMatch, balancesMatch),
    (.creditedHasPurchase, creditedHasPurchase),
    (.creditedHasEntry, creditedHasEntry),
    (.reversedHasReversal, reversedHasReversal),
    (.reversalNegates, reversalNegatesPostings),
    (.reversalNegates, reversalNegatesGrants),
    (.pointsMatch, pointsMatch),
    (.purchaseHasIdentities, purchaseHasIdentities),
    (.identitiesUnique, identitiesUnique),
    (.momentsHeld, momentsHeld),
    (.releasesAreReversals, releasesAreReversals),
    (.releasesAreWhole, releasesAreWhole),
    (.grantsWithinPoints, grantsWithinPoints),
    (.grantsMatch, grantsMatch),
    (.campaignTotalsMatch, campaignTotalsMatch),
    (.decisionsMatch, decisionsMatch),
    (.layoutsConfirmed, layoutsConfirmed),
  ]

  private static let entriesBalance = """
    SELECT 'entry ' || entry.id || ' has ' || count(posting.entry_id) || ' postings that sum to '
      || coalesce(sum(points), 0)
    FROM entry LEFT JOIN posting ON posting.entry_id = entry.id
    GROUP BY entry.id HAVING count(posting.entry_id) < 2 OR sum(points) <> 0
    """

  private static let creditsMoveIssued = """
    SELECT 'entry ' || entry.id || ' is a credit and has the postings '
      || coalesce(group_concat(account || ' ' || points), 'none')
    FROM entry LEFT JOIN posting ON posting.entry_id = entry.id
    WHERE kind = 'credit'
    GROUP BY entry.id
    HAVING count(posting.entry_id) <> 2
      OR sum(account = 'issued' AND points < 0) <> 1
      OR sum(account = 'member' AND points > 0) <> 1
    """

  private static let entriesNamePurchase = """
    SELECT 'entry ' || entry.id || ' of claim ' || coalesce(entry.claim_id, 'none')
      || ' names purchase ' || coalesce(entry.purchase_id, 'none') || ', the claim has '
      || coalesce(purchase.id, 'none')
    FROM entry LEFT JOIN purchase ON purchase.claim_id = entry.claim_id
    WHERE kind IN ('credit', 'reversal') AND entry.purchase_id IS NOT purchase.id
    """

  private static let balancesMatch = """
    WITH computed AS (
      SELECT member_id, account, sum(points) AS points FROM posting
      WHERE member_id IS NOT NULL GROUP BY member_id, account)
    SELECT 'member ' || member_id || ' has ' || coalesce(balance.points, 'no') || ' points in '
      || account || ', the postings give ' || coalesce(computed.points, 'none')
    FROM computed FULL JOIN balance USING (member_id, account)
    WHERE computed.points IS NOT balance.points
    """

  // A credit that was taken back is unlearned after its transaction; until then it is known by its
  // lesson.
  private static let layoutsConfirmed = """
    SELECT 'layout ' || version || ' of counter ' || layout.counter_code || ' decides by '
      || count(DISTINCT lesson.value ->> '$.source') || ' sources and '
      || sum(purchase.counter_code IS NOT layout.counter_code
        OR claim.state <> 'credited' AND layout_lesson.unlearned_at IS NOT NULL)
      || ' claims that are not its own'
    FROM layout LEFT JOIN json_each(lessons) AS lesson
      LEFT JOIN claim ON claim.id = lesson.value ->> '$.claim'
      LEFT JOIN purchase ON purchase.claim_id = claim.id
      LEFT JOIN layout_lesson ON layout_lesson.claim_id = claim.id
    WHERE layout.state = 'deciding'
    GROUP BY layout.counter_code, version
    HAVING count(DISTINCT lesson.value ->> '$.source') < 2
      OR sum(purchase.counter_code IS NOT layout.counter_code
        OR claim.state <> 'credited' AND layout_lesson.unlearned_at IS NOT NULL) > 0
    """

  private static let creditedHasPurchase = """
    SELECT 'claim ' || claim.id || ' is ' || state || ' and has '
      || iif(purchase.id IS NULL, 'no purchase', 'a purchase')
    FROM claim LEFT JOIN purchase ON purchase.claim_id = claim.id
    WHERE (state IN ('credited', 'reversed')) <> (purchase.id IS NOT NULL)
    """

  private static let creditedHasEntry = """
    SELECT 'claim ' || claim.id || ' is ' || state || ' and has ' || count(credit.id)
      || ' credits that are not reversed'
    FROM claim LEFT JOIN entry AS credit ON credit.claim_id = claim.id AND credit.kind = 'credit'
      AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = credit.id)
    GROUP BY claim.id HAVING count(credit.id) <> (state = 'credited')
    """

  private static let reversedHasReversal = """
    SELECT 'claim ' || claim.id || ' is ' || state || ' and has ' || count(entry.id)
      || ' reversals'
    FROM claim LEFT JOIN entry ON entry.claim_id = claim.id AND kind = 'reversal'
    GROUP BY claim.id HAVING count(entry.id) <> (state = 'reversed')
    """

  private static let reversalNegatesPostings = """
    SELECT 'entry ' || reversal.id || ' does not negate the postings of entry ' || reversal.reverses
    FROM entry AS reversal WHERE reverses IS NOT NULL AND EXISTS (
      SELECT 1
      FROM (SELECT * FROM posting WHERE entry_id = reversal.id) AS back
      FULL JOIN (SELECT * FROM posting WHERE entry_id = reversal.reverses) AS there
        ON back.position = there.position
      WHERE back.account IS NOT there.account OR back.member_id IS NOT there.member_id
        OR back.points IS NOT -there.points)
    """

  private static let reversalNegatesGrants = """
    SELECT 'entry ' || reversal.id || ' does not negate the grants of entry ' || reversal.reverses
    FROM entry AS reversal WHERE reverses IS NOT NULL AND EXISTS (
      SELECT 1
      FROM (SELECT * FROM campaign_grant WHERE entry_id = reversal.id) AS back
      FULL JOIN (SELECT * FROM campaign_grant WHERE entry_id = reversal.reverses) AS there
        ON back.campaign = there.campaign
      WHERE back.member_id IS NOT there.member_id OR back.day IS NOT there.day
        OR back.points IS NOT -there.points)
    """

  private static let pointsMatch = """
    SELECT 'claim ' || claim.id || ' says ' || coalesce(claim.points, 'no') || ' points by rules '
      || coalesce(claim.rules_version, 'none') || ', its entry ' || entry.id || ' gave member '
      || coalesce(posting.member_id, 'nobody') || ' ' || coalesce(posting.points, 'no')
      || ' points by rules ' || entry.rules_version
    FROM claim JOIN entry ON entry.claim_id = claim.id AND kind = 'credit'
    LEFT JOIN posting ON posting.entry_id = entry.id AND account = 'member'
    WHERE posting.points IS NOT claim.points OR posting.member_id IS NOT claim.member_id
      OR entry.rules_version IS NOT claim.rules_version
      OR entry.image_digest IS NOT claim.image_digest
    """

  private static let purchaseHasIdentities = """
    SELECT 'purchase ' || purchase.id || ' of claim ' || claim_id || ' has the identities '
      || coalesce(group_concat(basis), 'none')
    FROM purchase LEFT JOIN purchase_identity ON purchase_id = purchase.id
    GROUP BY purchase.id
    HAVING count(basis) = 0 OR (number_key IS NOT NULL) <> (sum(basis IS 'number') = 1)
    """

  private static let identitiesUnique = """
    SELECT 'the identity ' || digest || ' is held by the purchases ' || group_concat(purchase_id)
    FROM purchase_identity WHERE released_by IS NULL
    GROUP BY digest HAVING count(*) > 1
    """

  private static let momentsHeld = """
    SELECT 'purchase ' || purchase.id || ' of claim ' || purchase.claim_id
      || ' has no moment identity, and no reviewer has credited it under its number'
    FROM purchase
    WHERE NOT EXISTS (
        SELECT 1 FROM purchase_identity AS identity
        WHERE identity.purchase_id = purchase.id AND identity.basis = 'moment')
      AND (purchase.number_key IS NULL OR NOT EXISTS (
        SELECT 1 FROM entry
        WHERE entry.purchase_id = purchase.id AND entry.kind = 'credit'
          AND entry.decider = 'reviewer'))
    """

  private static let releasesAreReversals = """
    SELECT 'identity ' || basis || ' of purchase ' || purchase_identity.purchase_id
      || ' is released by entry ' || released_by
    FROM purchase_identity LEFT JOIN entry ON entry.id = released_by
    WHERE released_by IS NOT NULL AND (entry.kind IS NOT 'reversal'
      OR entry.purchase_id IS NOT purchase_identity.purchase_id)
    """

  private static let releasesAreWhole = """
    SELECT 'the identities of purchase ' || purchase_id || ' are released by '
      || group_concat(basis || ' ' || coalesce(released_by, 'nothing'))
    FROM purchase_identity
    GROUP BY purchase_id HAVING count(DISTINCT coalesce(released_by, 0)) > 1
    """

  private static let grantsWithinPoints = """
    SELECT 'entry ' || entry.id || ' grants ' || sum(campaign_grant.points) || ' of '
      || coalesce(posting.points, 0) || ' points'
    FROM entry JOIN campaign_grant ON campaign_grant.entry_id = entry.id
    LEFT JOIN posting ON posting.entry_id = entry.id AND account = 'member'
    WHERE kind = 'credit'
    GROUP BY entry.id
    HAVING sum(campaign_grant.points) > coalesce(posting.points, 0)
      OR min(campaign_grant.points) < 1
    """

  private static let grantsMatch = """
    SELECT 'entry ' || entry.id || ' grants member ' || campaign_grant.member_id || ' on day '
      || campaign_grant.day || ', its claim is of member ' || coalesce(claim.member_id, 'nobody')
      || ' with a purchase of day ' || coalesce(purchase.day, 'none')
    FROM campaign_grant JOIN entry ON entry.id = campaign_grant.entry_id
    LEFT JOIN claim ON claim.id = entry.claim_id
    LEFT JOIN purchase ON purchase.id = entry.purchase_id
    WHERE campaign_grant.member_id IS NOT claim.member_id
      OR campaign_grant.day IS NOT purchase.day
    """

  private static let campaignTotalsMatch = """
    WITH computed AS (SELECT campaign, sum(points) AS points FROM campaign_grant GROUP BY campaign)
    SELECT 'campaign ' || campaign || ' has the total ' || coalesce(campaign_total.points, 'none')
      || ', the grants give ' || coalesce(computed.points, 'none')
    FROM computed FULL JOIN campaign_total USING (campaign)
    WHERE computed.points IS NOT campaign_total.points
    """

  // A claim that was handed in again with its image is received and has an old decision.
  private static let decisionsMatch = """
    SELECT 'claim ' || claim.id || ' is ' || claim.state || ', its last decision says '
      || coalesce(decision.state, 'nothing')
    FROM claim LEFT JOIN decision
      ON decision.id = (SELECT max(id) FROM decision WHERE claim_id = claim.id)
    WHERE claim.state <> 'received' AND (decision.state IS NOT claim.state
      OR decision.decided_at IS NOT claim.decided_at OR decision.decider IS NOT claim.decider
      OR decision.reviewer IS NOT claim.reviewer)
    """
}
