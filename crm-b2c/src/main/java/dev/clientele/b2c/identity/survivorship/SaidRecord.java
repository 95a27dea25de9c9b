package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.HandEdit;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.record.Statement;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.entity.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** A record with what its latest statement says about the fields of a person. */
final class SaidRecord {

    private final SourceRecord record;
    private final Statement statement;
    private final EntityType<Person> type;
    private final Person said;
    private final String key;

    SaidRecord(SourceRecord record, EntityType<Person> type) {
        this.record = record;
        this.type = type;
        this.statement = record.statement();
        this.said = statement.person().isEmpty() ? type.newEntity() : record.said(type);
        this.key = record.find(SourceRecord.SOURCE_KEY).orElseGet(record::source);
    }

    Person said() {
        return said;
    }

    /** Returns whether anything of it may go into a person: nothing of a visit that has identifiers alone. */
    boolean saysAnything() {
        return !statement.person().isEmpty() || !statement.edits().isEmpty() || hasOwnKey();
    }

    boolean isByHand() {
        return record.isByHand();
    }

    /** Returns whether it is a record that a system has under an id, which is an id of the person. */
    boolean hasOwnKey() {
        return !isByHand() && record.find(SourceRecord.SOURCE_KEY).isPresent() && !record.isSighting();
    }

    String key() {
        return key;
    }

    String source() {
        return record.source();
    }

    Instant saidAt() {
        return statement.saidAt();
    }

    Statement latest() {
        return statement;
    }

    /** The instant of the oldest statement that is kept. */
    Instant beganAt() {
        return record.statements().get(0).saidAt();
    }

    /** Returns whether people emptied a field. */
    boolean empties(String field) {
        return statement.edits().containsKey(field);
    }

    HandEdit edit(String field) {
        return statement.edits().getOrDefault(field, HandEdit.EMPTIED);
    }

    /** The record as an earlier statement has it. */
    SaidRecord asOf(Statement earlier) {
        return new SaidRecord(record.with(SourceRecord.STATEMENT, earlier), type);
    }

    /** The instant since which what holds of the latest statement has held of all: people enter one thing after another. */
    Instant since(Predicate<Statement> holds) {
        List<Statement> all = record.statements();
        Instant since = saidAt();
        for (int i = all.size() - 1; i >= 0 && holds.test(all.get(i)); i--) {
            since = all.get(i).saidAt();
        }
        return since;
    }

    /** Returns whether the system knows that what it says is about this very person. */
    boolean isVerified() {
        return statement.identifiers().stream()
                        .anyMatch(each -> each.verified() && !each.type().equals(IdentifierType.EXTERNAL_ID.name()))
                || said.getOrDefault(Person.CONTACT_POINTS, List.of()).stream().anyMatch(ContactPoint::verified);
    }

    boolean hasVerified(Identifier identifier) {
        return statement.identifiers().stream().anyMatch(each -> each.verified() && each.matches(identifier));
    }
}
