package io.daybook.ui.audit;

import io.daybook.journal.Author;
import io.daybook.journal.AuthoredContent;
import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.StreamPosition;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.recorder.publication.LogBrowser;
import io.daybook.recorder.publication.LogBrowser.Found;
import io.daybook.security.personal.PersonalData;
import io.daybook.ui.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads records for their pages, and computes again what can be computed from one record alone. */
@Component
class RecordPages {
  private final LogBrowser log;
  private final PersonalData personal;

  RecordPages(LogBrowser log, PersonalData personal) {
    this.log = log;
    this.personal = personal;
  }

  Optional<RecordPage> find(long position) {
    return log.record(position).map(this::page);
  }

  private RecordPage page(Found found) {
    StoredRecord row = found.row();
    EventFacts facts = row.facts();
    Optional<Header> header = header(found);
    Optional<Found> previous = previous(facts.stream());
    return new RecordPage(
        row.leafIndex(),
        facts.format().type(),
        Moment.of(Instant.ofEpochMilli(facts.timestampMillis())),
        facts(facts),
        header.map(read -> chain(found, read, previous)).orElse(List.of()),
        header
            .map(read -> marks(found, read, previous))
            .orElse(List.of(new Mark("The header is not well-formed.", "bad"))),
        PayloadField.of(row.payload(), personal::standing),
        log.checkpointFrom(row.leafIndex() + 1).map(covering -> covering.size()).orElse(null),
        row.leafIndex() + 1 == log.size());
  }

  private static Optional<Header> header(Found found) {
    try {
      return Optional.of(Header.decode(found.header().toArray()));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private Optional<Found> previous(StreamPosition stream) {
    return stream.sequence() == 0
        ? Optional.empty()
        : log.index(stream.aggregateId(), stream.sequence() - 1).flatMap(log::record);
  }

  private static List<Fact> facts(EventFacts facts) {
    StreamPosition stream = facts.stream();
    return new Fact.Facts()
        .code("Event", facts.eventId())
        .text("Aggregate type", stream.aggregateType())
        .link("Aggregate", stream.aggregateId(), search("aggregate", stream.aggregateId()))
        .text("Sequence", "" + stream.sequence())
        .code("Payload", facts.format().contentType() + revision(facts))
        .link(
            "Actor", facts.metadata().get("actor"), search("actor", facts.metadata().get("actor")))
        .text("Channel", facts.metadata().get("channel"))
        .text("Reason", facts.metadata().get("reason"))
        .code("Caused by", facts.metadata().get("causation"))
        .code("Belongs to", facts.metadata().get("correlation"))
        .list();
  }

  private static String revision(EventFacts facts) {
    return facts.format().revision() == null ? "" : ", revision " + facts.format().revision();
  }

  private static String search(String field, @Nullable String value) {
    return UriComponentsBuilder.fromPath("/ui/journal")
        .queryParam(field, "{value}")
        .build(value == null ? "" : value)
        .toString();
  }

  private static List<Fact> chain(Found found, Header header, Optional<Found> previous) {
    Author author = header.author();
    return new Fact.Facts()
        .code("Leaf hash", found.leafHash().toHex())
        .link(
            "Previous record of the aggregate",
            header.previous().equals(RecordHash.ZERO) ? "none" : header.previous().toHex(),
            previous.map(before -> "/ui/journal/records/" + before.row().leafIndex()).orElse(null))
        .code("Payload commitment", header.payloadCommitment().toHex())
        .code("Log", header.origin())
        .code("Signed by its author", author == null ? null : author.keyId())
        .list();
  }

  private List<Mark> marks(Found found, Header header, Optional<Found> previous) {
    StoredRecord row = found.row();
    var marks = new ArrayList<Mark>();
    marks.add(
        Mark.of(
            Header.leafHash(found.header().toArray()).equals(found.leafHash()),
            "The leaf hash is that of the header.",
            "The leaf hash is not that of the header."));
    marks.add(
        Mark.of(
            header.facts().equals(row.facts()),
            "The stored columns say what the header says.",
            "The stored columns do not say what the header says."));
    Bytes salt = row.salt();
    Bytes payload = row.payload();
    if (salt != null && payload != null) {
      marks.add(
          Mark.of(
              PayloadCommitment.of(salt, payload).equals(header.payloadCommitment()),
              "The payload is the one that the header commits to.",
              "The payload is not the one that the header commits to."));
    }
    if (row.facts().stream().sequence() > 0) {
      marks.add(
          Mark.of(
              previous.filter(before -> before.leafHash().equals(header.previous())).isPresent(),
              "The link to the previous record of the aggregate holds.",
              "The link to the previous record of the aggregate is broken."));
    }
    Author author = header.author();
    if (author != null) {
      marks.add(
          Mark.of(
              isSigned(row.leafIndex(), header, author),
              "The author's signature is valid, by a key that might sign this then.",
              "The author's signature does not hold."));
    }
    return marks;
  }

  private boolean isSigned(long position, Header header, Author author) {
    byte[] content =
        AuthoredContent.of(header.origin(), header.facts(), header.payloadCommitment());
    return log.keys().stream()
        .filter(known -> known.key().id().equals(author.keyId()))
        .filter(known -> known.maySign(position, header.facts().format().type()))
        .anyMatch(
            known -> new NoteVerifier(known.key()).verify(content, author.signature().toArray()));
  }
}
