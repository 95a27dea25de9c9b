package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.record.Statement;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.ProjectedFields;
import dev.clientele.core.entity.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what people have changed in a person, by whatever door, since the machine wrote it last: a source record of its own. */
public final class HandEdits {

    private HandEdits() {}

    /**
     * Returns the record of all that people have entered about a person, with what they have changed since the machine wrote last as its
     * latest statement; empty if they haven't changed anything. Everything in a person that no machine has written is entered by
     * hand.
     *
     * @param stored the person, with an id
     * @param byHand the record as it is stored, if there is one
     * @param now the instant of the change
     */
    public static Optional<SourceRecord> capture(Person stored, Optional<SourceRecord> byHand, Instant now) {
        EntityType<Person> type = stored.entityType();
        Optional<ProjectedFields> written = lastWritten(stored);
        Optional<Statement> before = byHand.map(SourceRecord::statement);
        HandStatement entered = new HandStatement(
                byHand.filter(record -> written.isPresent())
                        .map(record -> record.said(type))
                        .orElseGet(type::newEntity),
                before.map(Statement::edits).orElse(Map.of()));
        ProjectedFields last = written.orElseGet(ProjectedFields::none);
        PersonParts.of(type).forEach(part -> part.capture(stored, last, entered));
        Map<String, Object> said = type.toJson(entered.said());
        boolean same = before.isPresent()
                ? before.get().person().equals(said) && before.get().edits().equals(entered.edits())
                : said.isEmpty() && entered.edits().isEmpty();
        if (same) {
            return Optional.empty();
        }
        Instant at = before.map(Statement::saidAt)
                .filter(earlier -> !earlier.isBefore(now))
                .map(earlier -> earlier.plusNanos(1000))
                .orElse(now);
        Statement statement = new Statement(at, List.of(), Map.of(), said, entered.edits());
        SourceRecord arriving = SourceRecord.of(
                        SourceRecord.BY_HAND, stored.id().toString())
                .with(SourceRecord.STATEMENT, statement)
                .with(SourceRecord.SAID_AT, at);
        return Optional.of(byHand.map(record -> record.plus(arriving)).orElse(arriving));
    }

    /** Returns what the machine has written last into this very person: not what was copied from another one. */
    private static Optional<ProjectedFields> lastWritten(Person stored) {
        String id = stored.id().toString();
        return stored.find(Person.PROJECTED)
                .filter(written -> written.person() == null || written.person().equals(id));
    }
}
