package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to who a record is about.
 *
 * @param outcome what came of it
 * @param record the stored record; what happens may be logged under its id, and goes with it if the person turns out to be another
 * @param findPerson the person; empty only of a visit in which nothing says who somebody is
 * @param reasons why the record belongs to that person; none if the person begins with it
 * @param decision the decision by which persons became one; empty unless this is {@link IdentityOutcome#MERGED}
 */
public record Identified(
        IdentityOutcome outcome,
        Id<SourceRecord> record,
        Optional<Id<Person>> findPerson,
        List<LinkReason> reasons,
        Optional<IdentityDecision> decision) {

    /** Copies the reasons. */
    public Identified {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(findPerson, "findPerson");
        Objects.requireNonNull(decision, "decision");
        reasons = List.copyOf(reasons);
    }

    /**
     * Returns the person.
     *
     * @throws InvalidException if nothing in the record says who somebody is
     */
    public Id<Person> person() {
        return findPerson.orElseThrow(() -> InvalidException.of(
                SourceRecord.TYPE.name(),
                SourceRecord.PERSON.name(),
                "nothing in the record says who somebody is: it has no person"));
    }

    /**
     * Returns the record's id in the place of a person's: what is logged under it, such as a purchase, is read with the person whom the
     * record is about at the time of reading.
     */
    public Id<Person> subject() {
        return Id.of(record.value());
    }
}
