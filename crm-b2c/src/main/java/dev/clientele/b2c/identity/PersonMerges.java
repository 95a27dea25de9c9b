package dev.clientele.b2c.identity;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts persons into each other and takes that back, with all that refers to them. Within one transaction; not thread-safe. */
final class PersonMerges {

    private static final int MAX_MERGES = 10_000;

    private final Merges merges;
    private final Repository<Person> persons;

    PersonMerges(CrmSession tx) {
        this.merges = new Merges(tx);
        this.persons = tx.repository(Person.TYPE);
    }

    /**
     * Brings back a person that had become one with another, and those with it that became one with that later.
     *
     * @param restored gets the ids of all that are back, each with that of whom it had become one with
     */
    void bringBack(UUID person, Map<UUID, UUID> restored) {
        merges.findByAbsorbed(Id.of(person)).ifPresent(found -> undo(found, restored));
    }

    private void undo(Merge merge, Map<UUID, UUID> restored) {
        String survivor = merge.require(Merge.SURVIVOR);
        List<Merge> later = merges.query(Merge.UNDONE_AT
                        .isMissing()
                        .and(Merge.SEQUENCE.atLeast(merge.require(Merge.SEQUENCE) + 1))
                        .and(Merge.SURVIVOR.is(survivor).or(Merge.ABSORBED.is(survivor))))
                .sortedBy(Merge.SEQUENCE, SortDirection.DESCENDING)
                .page(MAX_MERGES)
                .items();
        for (Merge each : later) {
            if (!merges.get(each.id()).isUndone()) {
                undo(each, restored);
            }
        }
        if (!merges.get(merge.id()).isUndone()) {
            merges.undo(merge);
            restored.put(merge.absorbed(), UUID.fromString(survivor));
        }
    }

    /**
     * Puts a person into another, which takes nothing from it: what it says follows from its records. Both are locked as they are read:
     * who edits one of them meanwhile waits, and if somebody has since the decision began, that is taken anew.
     *
     * @param survivor the older of the two
     */
    void merge(UUID survivor, UUID absorbed) {
        Person stays = persons.getForUpdate(Id.of(survivor));
        merges.merge(Person.TYPE, stays, persons.getForUpdate(Id.of(absorbed)), takingNothing());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of the declared fields
    private SurvivorshipRule<Person> takingNothing() {
        Field<Person, ?>[] all = persons.type().fields().toArray(new Field[0]);
        return SurvivorshipRule.<Person>standard().keepSurvivor(all);
    }
}
