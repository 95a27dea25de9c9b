package dev.clientele.core.merge;

import com.google.common.collect.Lists;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.DeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One merge on its way, within one transaction. Knows no type by name: everything follows from the declarations. Not
 * thread-safe.
 */
final class RecordMerger {

    /** Ids that are held at once. */
    private static final int MAX_IDS = 100_000;

    private final CrmSession tx;
    private final MergeStepLog steps;
    private final List<AbsorbedRecord<?>> absorbed = new ArrayList<>();
    private final List<OwnDerivedRow<?, ?>> derived = new ArrayList<>();

    RecordMerger(CrmSession tx, MergeStepLog steps) {
        this.tx = tx;
        this.steps = steps;
    }

    /** Puts one record into another: the same for what was asked for, and for rows that would be there twice. */
    <T extends Entity<T>> void absorb(Repository<T> records, Id<T> survivor, Id<T> absorbed, SurvivorshipRule<T> rule) {
        tx.rely(records.get(survivor)); // nobody else may merge it away meanwhile
        liftOut(records, survivor, absorbed);
        String type = records.type().name();
        repoint(type, absorbed.value(), survivor.value());
        T goes = records.get(absorbed);
        while (!steps.remove(records, goes, survivor)) {
            if (!repoint(type, absorbed.value(), survivor.value())) { // nobody has added a reference since
                throw new DeniedException(
                        type, "the actor may not see all that refers to the " + type + " " + absorbed);
            }
        }
        this.absorbed.add(new AbsorbedRecord<>(records.type(), survivor, absorbed));
        T before = records.get(survivor);
        StorabilityCheck<T> obstacles = new StorabilityCheck<>(tx, records);
        T after = rule.apply(records.type(), before, goes, candidate -> obstacles.isStorable(before, candidate));
        if (!after.equals(before)) {
            steps.change(records, after);
        }
    }

    /** Tells the followers what was put into what, when all steps are done; what they leave of computed rows goes. */
    void tellFollowers() {
        absorbed.forEach(record -> record.tellMerged(tx));
        derived.forEach(OwnDerivedRow::removeIfLeft);
    }

    /** Lifts the survivor out from below what it absorbs: it will be in its place. */
    private <T extends Entity<T>> void liftOut(Repository<T> records, Id<T> survivor, Id<T> absorbed) {
        for (ReferenceField<T, ?> reference : records.type().references()) {
            if (reference.hasTrait(Trait.ACYCLIC)
                    && new StorabilityCheck<>(tx, records).isReachable(reference, survivor.value(), absorbed.value())) {
                steps.change(records, records.get(survivor).without(reference));
            }
        }
    }

    /** Leads all references that the actor sees from one record to another; false if there are none. */
    private boolean repoint(String target, UUID from, UUID to) {
        boolean any = false;
        for (EntityType<?> type : tx.entityTypes()) {
            any |= repoint(type, target, from, to);
        }
        return any;
    }

    private <T extends Entity<T>> boolean repoint(EntityType<T> type, String target, UUID from, UUID to) {
        boolean any = false;
        for (ReferenceField<T, ?> reference : type.references()) {
            any |= reference.target().equals(target) && repoint(tx.repository(type), reference, from, to);
        }
        return any;
    }

    /** Repoints references in batches; one by one where a row may turn out to be there already, or to be the survivor itself. */
    private <T extends Entity<T>, R> boolean repoint(
            Repository<T> records, ReferenceField<T, R> reference, UUID from, UUID to) {
        UniqueKeyLookup<T> keys = new UniqueKeyLookup<>(records);
        boolean own = reference.target().equals(records.type().name()) && !reference.hasTrait(Trait.ACYCLIC);
        boolean single = own || keys.isKeyField(reference);
        boolean any = records.type().isDerived() && moveOwnRow(new OwnDerivedRow<>(records, reference, from, to));
        while (true) {
            List<Id<T>> referring = referring(records, reference, from);
            for (List<Id<T>> some : Lists.partition(referring, MergeStep.MAX_MOVED)) {
                if (single) {
                    // one after the other: what is done about one row may remove or change another
                    some.forEach(id -> find(records, reference, List.of(id), from)
                            .forEach(row -> repoint(records, keys, reference, row, from, to)));
                } else {
                    List<T> rows = find(records, reference, some, from);
                    List<T> after = rows.stream()
                            .map(row -> row.with(reference, Id.of(to)))
                            .toList();
                    steps.move(records, after, reference, from, to);
                }
            }
            if (referring.isEmpty()) {
                return any;
            }
            any = true;
        }
    }

    private boolean moveOwnRow(OwnDerivedRow<?, ?> row) {
        return row.moveToSurvivor() && derived.add(row);
    }

    private static <T extends Entity<T>, R> List<T> find(
            Repository<T> records, ReferenceField<T, R> reference, List<Id<T>> ids, UUID target) {
        return records.findAll(ids).stream()
                .filter(row -> Id.<R>of(target).equals(row.get(reference)))
                .toList();
    }

    /** Returns the records that refer to one: their ids alone, so that there may be many. */
    private static <T extends Entity<T>, R> List<Id<T>> referring(
            Repository<T> records, ReferenceField<T, R> reference, UUID target) {
        try (Stream<RecordColumns<T>> rows =
                records.query(reference.is(Id.of(target))).columns(List.of(reference)).stream()) {
            return rows.map(RecordColumns::id).limit(MAX_IDS).toList();
        }
    }

    private <T extends Entity<T>, R> void repoint(
            Repository<T> records, UniqueKeyLookup<T> keys, ReferenceField<T, R> reference, T row, UUID from, UUID to) {
        T moved = row.with(reference, Id.of(to));
        if (row.id().value().equals(to) && !reference.hasTrait(Trait.REQUIRED)) {
            steps.change(records, row.without(reference)); // nothing refers to itself
            return;
        }
        T after = keys.withoutTakenFlags(moved);
        Optional<T> twin = keys.findEquivalent(after);
        if (twin.isPresent()) {
            absorb(records, twin.get().id(), row.id(), SurvivorshipRule.standard());
        } else if (after.equals(moved)) {
            steps.move(records, List.of(after), reference, from, to);
        } else {
            steps.change(records, after);
        }
    }
}
