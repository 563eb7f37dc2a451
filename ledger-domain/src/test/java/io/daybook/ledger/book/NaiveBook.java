package io.daybook.ledger.book;

import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.ClosePeriod;
import io.daybook.ledger.book.BookCommand.ExpireFundsHolds;
import io.daybook.ledger.book.BookCommand.FreezeAccount;
import io.daybook.ledger.book.BookCommand.PlaceHold;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.UnfreezeAccount;
import io.daybook.ledger.book.BookCommand.VoidHold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a book must decide, written down as plainly as can be: lists of what happened, added up anew
 * for each question. It shares no code with the book but the words of its commands.
 */
final class NaiveBook {
  /** A refusal's code. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String code) {
      super(code, null, false, false);
      this.code = code;
    }
  }

  private record Entry(EntryId id, EntryContent content, @Nullable EntryId reverses) {}

  private record Hold(FundsHoldId id, HeldFunds held, long left, String status) {}

  private final Map<AccountId, AccountKind> accounts;
  private final Map<AccountId, AccountTerms> terms = new HashMap<>();
  private final Set<AccountId> frozen = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<FundsHoldId, Hold> holds = new HashMap<>();
  private final Map<RequestId, String> refusals = new HashMap<>();
  private @Nullable LocalDate closed;

  NaiveBook(Map<AccountId, AccountKind> accounts) {
    this.accounts = accounts;
  }

  private NaiveBook copy() {
    var copy = new NaiveBook(accounts);
    copy.take(this);
    return copy;
  }

  private void take(NaiveBook other) {
    terms.clear();
    terms.putAll(other.terms);
    frozen.clear();
    frozen.addAll(other.frozen);
    entries.clear();
    entries.addAll(other.entries);
    holds.clear();
    holds.putAll(other.holds);
    closed = other.closed;
  }

  /** Decides like the book and returns "ok", or the code of its refusal. */
  String decide(BookCommand command) {
    WriteRequest request = command.request();
    if (request == null || request.request() == null) {
      return decideNew(command);
    }
    String known = refusals.get(request.request());
    if (known != null) {
      String before = known.substring(0, known.indexOf(' '));
      return before.equals(request.contentHash())
          ? known.substring(before.length() + 1)
          : "idempotency_key_reused";
    }
    String code = decideNew(command);
    if (!code.equals("ok") && !code.equals("hold_exists_with_different_content")) {
      refusals.put(request.request(), request.contentHash() + " " + code);
    }
    return code;
  }

  private String decideNew(BookCommand command) {
    NaiveBook next = copy();
    try {
      if (next.happens(command)) {
        take(next);
      }
      return "ok";
    } catch (Refused refused) {
      return refused.code;
    }
  }

  /** Makes it happen here; tells whether it changes anything. */
  private boolean happens(BookCommand command) {
    return switch (command) {
      case RecordEntry c -> post(c.entry(), c.content(), c.request().at(), true);
      case RecordReversal c -> reverse(c);
      case RecordBatch c -> batch(c);
      case PlaceHold c -> place(c);
      case CaptureHold c -> capture(c);
      case VoidHold c -> giveUp(c);
      case ExpireFundsHolds c -> expire(c.at());
      case SetAccountTerms c -> !c.terms().equals(terms.put(c.account(), c.terms()));
      case FreezeAccount c -> frozen.add(c.account());
      case UnfreezeAccount c -> frozen.remove(c.account());
      case ClosePeriod c -> close(c);
      default -> throw new IllegalArgumentException(command.toString());
    };
  }

  private boolean close(ClosePeriod command) {
    require(command.through().isBefore(day(command.request().at())), "period_not_over");
    if (closed != null && !command.through().isAfter(closed)) {
      return false;
    }
    expire(command.request().at());
    closed = command.through();
    return true;
  }

  private boolean batch(RecordBatch batch) {
    NaiveBook before = copy();
    expire(batch.request().at());
    boolean changed = false;
    for (BatchEntry entry : batch.entries()) {
      NaiveBook one = copy();
      try {
        if (post(entry.entry(), entry.content(), batch.request().at(), true)) {
          changed = true;
        }
      } catch (Refused refused) {
        take(one);
        require(!batch.isLinked(), "batch_entry_refused");
      }
    }
    if (!changed) {
      take(before);
    }
    return changed;
  }

  private boolean post(EntryId id, EntryContent content, Instant at, boolean bounded) {
    for (Entry entry : entries) {
      if (entry.id.equals(id)) {
        require(entry.content.equals(content), "entry_exists_with_different_content");
        return false;
      }
    }
    expire(at);
    for (Posting line : content.postings()) {
      require(line.amount().isPositive(), "amount_not_positive");
    }
    require(net(content.postings(), null) == 0, "entry_unbalanced");
    for (Entry entry : entries) {
      @Nullable String reference = content.externalReference();
      require(
          reference == null || !reference.equals(entry.content.externalReference()),
          "external_reference_taken");
    }
    LocalDate value = content.valueDate() == null ? day(at) : content.valueDate();
    require(closed == null || value.isAfter(closed), "period_closed");
    for (Posting line : content.postings()) {
      require(accounts.containsKey(line.account()), "unknown_account");
    }
    if (bounded) {
      requireBounds(content.postings());
    }
    entries.add(new Entry(id, content, content.links().reverses()));
    return true;
  }

  private void requireBounds(List<Posting> lines) {
    List<AccountId> named = lines.stream().map(Posting::account).distinct().toList();
    for (AccountId account : named) {
      require(!frozen.contains(account) || net(lines, account) >= 0, "account_frozen");
    }
    for (AccountId account : named) {
      @Nullable Long minimum = termsOf(account).minimumMinor();
      long change = net(lines, account);
      require(
          minimum == null
              || change >= 0
              || balance(account) - promised(account, -1) + change >= minimum,
          "insufficient_funds");
    }
    for (AccountId account : named) {
      @Nullable Long maximum = termsOf(account).maximumMinor();
      long change = net(lines, account);
      require(
          maximum == null
              || change <= 0
              || balance(account) + promised(account, 1) + change <= maximum,
          "balance_above_maximum");
    }
  }

  private AccountTerms termsOf(AccountId account) {
    return terms.getOrDefault(account, AccountTerms.NONE);
  }

  private boolean reverse(RecordReversal command) {
    for (Entry entry : entries) {
      if (entry.id.equals(command.reversal())) {
        List<Posting> asked = command.content().postings();
        List<Posting> same = asked.isEmpty() ? entry.content.postings() : asked;
        require(
            reversal(command, same).equals(entry.content), "entry_exists_with_different_content");
        return false;
      }
    }
    Entry original =
        entries.stream()
            .filter(entry -> entry.id.equals(command.reversed()))
            .findFirst()
            .orElseThrow(() -> new Refused("unknown_entry"));
    List<Posting> left = left(original);
    require(!left.isEmpty(), "already_reversed");
    List<Posting> asked = command.content().postings();
    List<Posting> undone = asked.isEmpty() ? left : asked;
    post(command.reversal(), reversal(command, undone), command.request().at(), false);
    for (AccountId account : accounts.keySet()) {
      for (Side side : Side.values()) {
        require(sum(undone, account, side) <= sum(left, account, side), "reversal_too_large");
      }
    }
    return true;
  }

  private static EntryContent reversal(RecordReversal command, List<Posting> lines) {
    return EntryContent.of(lines, command.content().memo(), "")
        .linked(EntryLinks.reversing(command.reversed()));
  }

  /** Returns the mirrored lines less what earlier reversals undid of them, line by line. */
  private List<Posting> left(Entry original) {
    List<Posting> undone =
        entries.stream()
            .filter(entry -> original.id.equals(entry.reverses))
            .flatMap(entry -> entry.content.postings().stream())
            .toList();
    Map<String, Long> taken = new HashMap<>();
    undone.forEach(line -> taken.merge(key(line), line.amount().minorUnits(), Long::sum));
    var left = new ArrayList<Posting>();
    for (Posting line : original.content.postings()) {
      Posting mirrored = line.mirrored();
      long used = Math.min(taken.getOrDefault(key(mirrored), 0L), mirrored.amount().minorUnits());
      taken.merge(key(mirrored), -used, Long::sum);
      long rest = mirrored.amount().minorUnits() - used;
      if (rest > 0) {
        left.add(new Posting(mirrored.account(), mirrored.side(), BookFixture.eur(rest)));
      }
    }
    return left;
  }

  private static String key(Posting line) {
    return line.account() + " " + line.side();
  }

  private Hold hold(FundsHoldId id) {
    @Nullable Hold hold = holds.get(id);
    if (hold == null) {
      throw new Refused("unknown_hold");
    }
    return hold;
  }

  private boolean place(PlaceHold command) {
    @Nullable Hold placed = holds.get(command.hold());
    if (placed != null) {
      require(placed.held.equals(command.held()), "hold_exists_with_different_content");
      return false;
    }
    expire(command.request().at());
    HeldFunds held = command.held();
    require(
        held.expiresAt() == null || held.expiresAt().isAfter(command.request().at()),
        "hold_invalid");
    for (Posting line : held.part(held.amount()).postings()) {
      requireBounds(List.of(line));
    }
    holds.put(command.hold(), new Hold(command.hold(), held, held.amount().minorUnits(), "OPEN"));
    return true;
  }

  private boolean capture(CaptureHold command) {
    Hold known = hold(command.hold());
    EntryId id = command.recording().entry();
    @Nullable Long asked = command.amountMinor();
    for (Entry entry : entries) {
      if (entry.id.equals(id)) {
        List<Posting> lines =
            asked == null
                ? entry.content.postings()
                : known.held.part(BookFixture.eur(asked)).postings();
        require(
            captured(command, known, lines).equals(entry.content),
            "entry_exists_with_different_content");
        return false;
      }
    }
    expire(command.recording().request().at());
    Hold hold = hold(command.hold());
    require(!hold.status.equals("EXPIRED"), "hold_expired");
    require(hold.status.equals("OPEN"), "hold_ended");
    long amount = asked == null ? hold.left : asked;
    require(amount <= hold.left, "capture_too_large");
    List<Posting> lines = hold.held.part(BookFixture.eur(amount)).postings();
    for (Posting line : lines) {
      require(
          !frozen.contains(line.account()) || net(lines, line.account()) >= 0, "account_frozen");
    }
    String status = amount == hold.left ? "CAPTURED" : "OPEN";
    holds.put(hold.id, new Hold(hold.id, hold.held, hold.left - amount, status));
    entries.add(new Entry(id, captured(command, hold, lines), null));
    return true;
  }

  private static EntryContent captured(CaptureHold command, Hold hold, List<Posting> lines) {
    return EntryContent.of(lines, command.recording().memo(), hold.held.reference());
  }

  private boolean giveUp(VoidHold command) {
    Hold known = hold(command.hold());
    if (known.status.equals("VOIDED")) {
      return false;
    }
    expire(command.request().at());
    Hold hold = hold(command.hold());
    require(!hold.status.equals("EXPIRED"), "hold_expired");
    require(hold.status.equals("OPEN"), "hold_ended");
    holds.put(hold.id, new Hold(hold.id, hold.held, hold.left, "VOIDED"));
    return true;
  }

  private boolean expire(Instant at) {
    boolean changed = false;
    for (Hold hold : List.copyOf(holds.values())) {
      Instant end = hold.held.expiresAt();
      if (hold.status.equals("OPEN") && end != null && !end.isAfter(at)) {
        holds.put(hold.id, new Hold(hold.id, hold.held, hold.left, "EXPIRED"));
        changed = true;
      }
    }
    return changed;
  }

  long balance(AccountId account) {
    return entries.stream().mapToLong(entry -> net(entry.content.postings(), account)).sum();
  }

  /** Returns what open holds would bring (1) to an account, or take away (-1). */
  long promised(AccountId account, int sign) {
    return holds.values().stream()
        .filter(hold -> hold.status.equals("OPEN"))
        .flatMap(hold -> hold.held.part(BookFixture.eur(hold.left)).postings().stream())
        .mapToLong(line -> net(List.of(line), account) * sign)
        .filter(minor -> minor > 0)
        .sum();
  }

  /** Returns by how much lines change an account; without an account, debits less credits. */
  private long net(List<Posting> lines, @Nullable AccountId account) {
    long debits = account == null ? sumAll(lines, Side.DEBIT) : sum(lines, account, Side.DEBIT);
    long credits = account == null ? sumAll(lines, Side.CREDIT) : sum(lines, account, Side.CREDIT);
    @Nullable AccountKind kind = account == null ? null : accounts.get(account);
    boolean isDebit = kind == null || kind.normalSide() == Side.DEBIT;
    return isDebit ? debits - credits : credits - debits;
  }

  private static long sumAll(List<Posting> lines, Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .mapToLong(line -> line.amount().minorUnits())
        .sum();
  }

  private static long sum(List<Posting> lines, AccountId account, Side side) {
    return sumAll(lines.stream().filter(line -> line.account().equals(account)).toList(), side);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static void require(boolean isKept, String code) {
    if (!isKept) {
      throw new Refused(code);
    }
  }
}
