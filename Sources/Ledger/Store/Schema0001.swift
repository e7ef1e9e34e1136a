/// The first format. Instants are milliseconds since 1970 (UTC), days of purchase are days since
/// 1970-01-01 of the mall's calendar, points are whole.
enum Schema0001 {
  static let statements = [register, claims, purchases, entries, campaigns]

  private static let register = """
    CREATE TABLE meta (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE counter (
      code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      branch TEXT,
      category TEXT,
      floor TEXT,
      phone TEXT,
      opened_on TEXT,
      closed_on TEXT CHECK (opened_on IS NULL OR closed_on >= opened_on)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE counter_alias (
      counter_code TEXT NOT NULL REFERENCES counter (code),
      position INTEGER NOT NULL,
      alias TEXT NOT NULL CHECK (alias <> ''),
      PRIMARY KEY (counter_code, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE member (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      tier TEXT CHECK (tier <> '')
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rules_version (
      version INTEGER NOT NULL PRIMARY KEY CHECK (version > 0),
      toml TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE rules_application (
      sequence INTEGER NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES rules_version (version),
      applied_at INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER rules_version_is_kept BEFORE UPDATE ON rules_version
    BEGIN SELECT RAISE (ABORT, 'applied rules are never changed'); END;
    CREATE TRIGGER rules_version_stays BEFORE DELETE ON rules_version
    BEGIN SELECT RAISE (ABORT, 'applied rules are never deleted'); END;
    """

  // A claim names its member without a reference: a claim of an unknown member is recorded too.
  private static let claims = """
    CREATE TABLE claim (
      sequence INTEGER NOT NULL PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      member_id TEXT NOT NULL,
      file TEXT NOT NULL,
      image_digest TEXT CHECK (length(image_digest) = 64),
      holds_image INTEGER NOT NULL CHECK (holds_image IN (0, 1)),
      submitted_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      taken_path TEXT,
      state TEXT NOT NULL
        CHECK (state IN ('received', 'credited', 'review', 'rejected', 'reversed')),
      reasons TEXT NOT NULL CHECK (json_valid(reasons)),
      signals TEXT NOT NULL CHECK (json_valid(signals)),
      readers TEXT NOT NULL CHECK (json_valid(readers)),
      reading TEXT CHECK (reading IS NULL OR json_valid(reading)),
      layout_version INTEGER,
      counter_code TEXT,
      duplicate_of TEXT REFERENCES claim (id),
      points INTEGER CHECK (points > 0),
      rules_version INTEGER REFERENCES rules_version (version),
      decided_at INTEGER,
      decider TEXT CHECK (decider IN ('system', 'reviewer')),
      reviewer TEXT CHECK (reviewer <> ''),
      elapsed_ms INTEGER CHECK (elapsed_ms >= 0),
      CHECK ((state = 'received') = (decided_at IS NULL)),
      CHECK ((state = 'received') = (decider IS NULL)),
      CHECK ((decider IS 'reviewer') = (reviewer IS NOT NULL)),
      CHECK ((state IN ('credited', 'reversed')) = (points IS NOT NULL)),
      CHECK ((points IS NULL) = (rules_version IS NULL)),
      CHECK (points IS NULL OR image_digest IS NOT NULL),
      CHECK (holds_image = 0 OR image_digest IS NOT NULL),
      CHECK (state <> 'rejected' OR holds_image = 0),
      CHECK (state IN ('rejected', 'reversed') OR image_digest IS NULL OR holds_image = 1)
    ) STRICT;

    CREATE UNIQUE INDEX claim_image ON claim (image_digest) WHERE holds_image = 1;
    CREATE INDEX claim_state ON claim (state, sequence);
    CREATE INDEX claim_member ON claim (member_id, submitted_at);

    CREATE TABLE claim_page (
      claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claim (id),
      page TEXT NOT NULL CHECK (json_valid(page))
    ) STRICT;

    CREATE TABLE decision (
      id INTEGER NOT NULL PRIMARY KEY,
      claim_id TEXT NOT NULL REFERENCES claim (id),
      decided_at INTEGER NOT NULL,
      decider TEXT NOT NULL CHECK (decider IN ('system', 'reviewer')),
      reviewer TEXT CHECK (reviewer <> ''),
      state TEXT NOT NULL CHECK (state IN ('credited', 'review', 'rejected', 'reversed')),
      reasons TEXT NOT NULL CHECK (json_valid(reasons)),
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      note TEXT,
      CHECK ((decider = 'reviewer') = (reviewer IS NOT NULL))
    ) STRICT;

    CREATE INDEX decision_claim ON decision (claim_id, id);

    CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision
    BEGIN SELECT RAISE (ABORT, 'a decision is never changed'); END;
    CREATE TRIGGER decision_stays BEFORE DELETE ON decision
    BEGIN SELECT RAISE (ABORT, 'a decision is never deleted'); END;
    """

  private static let purchases = """
    CREATE TABLE purchase (
      id INTEGER NOT NULL PRIMARY KEY,
      claim_id TEXT NOT NULL UNIQUE REFERENCES claim (id),
      counter_code TEXT NOT NULL REFERENCES counter (code),
      minor_units INTEGER NOT NULL CHECK (minor_units > 0),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      time TEXT NOT NULL,
      precision TEXT NOT NULL CHECK (precision IN ('day', 'minute', 'second')),
      day INTEGER NOT NULL,
      minute INTEGER NOT NULL,
      number TEXT,
      number_key TEXT CHECK (number_key <> ''),
      CHECK (number_key IS NULL OR number IS NOT NULL),
      CHECK (minute / 1440 = day)
    ) STRICT;

    CREATE INDEX purchase_day ON purchase (counter_code, day);
    CREATE INDEX purchase_number ON purchase (counter_code, number_key)
      WHERE number_key IS NOT NULL;

    CREATE INDEX purchase_number_day ON purchase (number_key, day)
      WHERE number_key IS NOT NULL;

    CREATE TRIGGER purchase_is_kept BEFORE UPDATE ON purchase
    BEGIN SELECT RAISE (ABORT, 'a credited purchase is never changed'); END;
    CREATE TRIGGER purchase_stays BEFORE DELETE ON purchase
    BEGIN SELECT RAISE (ABORT, 'a credited purchase is never deleted'); END;

    CREATE TABLE purchase_identity (
      purchase_id INTEGER NOT NULL REFERENCES purchase (id),
      basis TEXT NOT NULL CHECK (basis IN ('number', 'moment')),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      released_by INTEGER REFERENCES entry (id),
      PRIMARY KEY (purchase_id, basis)
    ) STRICT, WITHOUT ROWID;

    CREATE UNIQUE INDEX purchase_identity_held ON purchase_identity (digest)
      WHERE released_by IS NULL;

    CREATE TRIGGER purchase_identity_is_kept BEFORE UPDATE ON purchase_identity
    WHEN OLD.released_by IS NOT NULL OR NEW.released_by IS NULL
      OR (NEW.purchase_id, NEW.basis, NEW.digest) <> (OLD.purchase_id, OLD.basis, OLD.digest)
    BEGIN SELECT RAISE (ABORT, 'a purchase identity can only be released, and once'); END;
    CREATE TRIGGER purchase_identity_stays BEFORE DELETE ON purchase_identity
    BEGIN SELECT RAISE (ABORT, 'a purchase identity is never deleted'); END;
    """

  // Kinds and accounts are rows, so that later ones need no new table; those of today have a claim.
  //
  // An entry refers to its own row of balanced_entry, and that row is there exactly while the
  // entry's postings sum to zero. The reference is checked at commit, so no transaction can leave
  // an entry behind that does not balance, nor add a posting to one that does.
  private static let entries = """
    CREATE TABLE account (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
    INSERT INTO account VALUES ('issued'), ('held'), ('member'), ('redeemed'), ('expired');
    CREATE TABLE entry_kind (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
    INSERT INTO entry_kind VALUES ('credit'), ('reversal');

    CREATE TABLE balanced_entry (entry_id INTEGER NOT NULL PRIMARY KEY) STRICT;

    CREATE TABLE entry (
      id INTEGER NOT NULL PRIMARY KEY
        REFERENCES balanced_entry (entry_id) DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL REFERENCES entry_kind (name),
      claim_id TEXT REFERENCES claim (id),
      purchase_id INTEGER REFERENCES purchase (id),
      image_digest TEXT,
      rules_version INTEGER REFERENCES rules_version (version),
      readers TEXT NOT NULL CHECK (json_valid(readers)),
      layout_version INTEGER,
      reverses INTEGER UNIQUE REFERENCES entry (id),
      made_at INTEGER NOT NULL,
      decider TEXT NOT NULL CHECK (decider IN ('system', 'reviewer')),
      reviewer TEXT CHECK (reviewer <> ''),
      note TEXT,
      CHECK (kind NOT IN ('credit', 'reversal') OR (claim_id IS NOT NULL
        AND purchase_id IS NOT NULL AND image_digest IS NOT NULL AND rules_version IS NOT NULL)),
      CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
      CHECK ((decider = 'reviewer') = (reviewer IS NOT NULL))
    ) STRICT;

    CREATE UNIQUE INDEX entry_credit ON entry (claim_id) WHERE kind = 'credit';
    CREATE UNIQUE INDEX entry_credit_purchase ON entry (purchase_id) WHERE kind = 'credit';
    CREATE INDEX entry_claim ON entry (claim_id, id);

    CREATE TABLE posting (
      entry_id INTEGER NOT NULL REFERENCES entry (id),
      position INTEGER NOT NULL,
      account TEXT NOT NULL REFERENCES account (name),
      member_id TEXT REFERENCES member (id),
      points INTEGER NOT NULL CHECK (points <> 0),
      PRIMARY KEY (entry_id, position),
      CHECK (account <> 'member' OR member_id IS NOT NULL),
      CHECK (account <> 'issued' OR member_id IS NULL)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX posting_member ON posting (member_id, account, entry_id)
      WHERE member_id IS NOT NULL;

    CREATE TABLE balance (
      member_id TEXT NOT NULL REFERENCES member (id),
      account TEXT NOT NULL REFERENCES account (name),
      points INTEGER NOT NULL,
      PRIMARY KEY (member_id, account)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER posting_is_final BEFORE INSERT ON posting
    WHEN EXISTS (SELECT 1 FROM balanced_entry WHERE entry_id = NEW.entry_id)
    BEGIN SELECT RAISE (ABORT, 'an entry that balances takes no further posting'); END;
    CREATE TRIGGER entry_names_own_purchase BEFORE INSERT ON entry
    WHEN NEW.purchase_id IS NOT NULL AND (SELECT claim_id FROM purchase WHERE id = NEW.purchase_id)
      IS NOT NEW.claim_id
    BEGIN SELECT RAISE (ABORT, 'an entry names the purchase of its claim'); END;
    CREATE TRIGGER posting_balances AFTER INSERT ON posting
    BEGIN
      DELETE FROM balanced_entry WHERE entry_id = NEW.entry_id;
      INSERT INTO balanced_entry
        SELECT NEW.entry_id WHERE
          (SELECT sum(points) FROM posting WHERE entry_id = NEW.entry_id) = 0;
    END;
    CREATE TRIGGER posting_moves_balance AFTER INSERT ON posting WHEN NEW.member_id IS NOT NULL
    BEGIN
      INSERT INTO balance VALUES (NEW.member_id, NEW.account, NEW.points)
        ON CONFLICT (member_id, account) DO UPDATE SET points = points + excluded.points;
    END;

    CREATE TRIGGER reversal_names_credit BEFORE INSERT ON entry WHEN NEW.kind = 'reversal'
      AND (SELECT kind FROM entry WHERE id = NEW.reverses AND claim_id = NEW.claim_id)
        IS NOT 'credit'
    BEGIN SELECT RAISE (ABORT, 'a reversal names a credit of the same claim'); END;

    CREATE TRIGGER entry_is_kept BEFORE UPDATE ON entry
    BEGIN SELECT RAISE (ABORT, 'an entry is never changed'); END;
    CREATE TRIGGER entry_stays BEFORE DELETE ON entry
    BEGIN SELECT RAISE (ABORT, 'an entry is never deleted'); END;
    CREATE TRIGGER posting_is_kept BEFORE UPDATE ON posting
    BEGIN SELECT RAISE (ABORT, 'a posting is never changed'); END;
    CREATE TRIGGER posting_stays BEFORE DELETE ON posting
    BEGIN SELECT RAISE (ABORT, 'a posting is never deleted'); END;
    """

  private static let campaigns = """
    CREATE TABLE campaign_grant (
      entry_id INTEGER NOT NULL REFERENCES entry (id),
      campaign TEXT NOT NULL CHECK (campaign <> ''),
      member_id TEXT NOT NULL REFERENCES member (id),
      day INTEGER NOT NULL,
      points INTEGER NOT NULL CHECK (points <> 0),
      PRIMARY KEY (entry_id, campaign)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX campaign_grant_member ON campaign_grant (campaign, member_id, day, points);
    CREATE INDEX campaign_grant_day ON campaign_grant (campaign, day, points);

    CREATE TABLE campaign_total (
      campaign TEXT NOT NULL PRIMARY KEY,
      points INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER campaign_grant_adds_up AFTER INSERT ON campaign_grant
    BEGIN
      INSERT INTO campaign_total VALUES (NEW.campaign, NEW.points)
        ON CONFLICT (campaign) DO UPDATE SET points = points + excluded.points;
    END;

    CREATE TRIGGER campaign_grant_is_kept BEFORE UPDATE ON campaign_grant
    BEGIN SELECT RAISE (ABORT, 'a grant is never changed'); END;
    CREATE TRIGGER campaign_grant_stays BEFORE DELETE ON campaign_grant
    BEGIN SELECT RAISE (ABORT, 'a grant is never deleted'); END;
    """
}
