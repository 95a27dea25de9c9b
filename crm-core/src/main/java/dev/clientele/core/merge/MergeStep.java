package dev.clientele.core.merge;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import java.util.List;
import java.util.UUID;

/** One thing that was done for a merge, so that it can be taken back. Holds ids and digests only. Immutable and thread-safe. */
public final class MergeStep extends Entity<MergeStep> {

    /** The kind of a step. */
    public enum MergeStepKind {
        /** Led the references of up to {@link #MAX_MOVED} records to another record. */
        MOVED,
        /** Changed one record. */
        CHANGED,
        /** Removed one record, in whose place another stands from then on. */
        REMOVED
    }

    /** The most references that one step tells of. */
    public static final int MAX_MOVED = 500;

    private static final int UUID_LENGTH = 36;

    private static final EntityTypeBuilder<MergeStep> DECLARE = EntityType.define("merge_step", MergeStep::new);

    /** The merge that the step belongs to. */
    public static final ReferenceField<MergeStep, Merge> MERGE =
            DECLARE.reference("merge", "merge", Trait.REQUIRED, Trait.INDEXED);
    /** Its place among the merge's steps, from 1. */
    public static final OrderedField<MergeStep, Long> ORDINAL = DECLARE.integer("ordinal", Trait.REQUIRED);
    /** The kind of step. */
    public static final CodedField<MergeStep, MergeStepKind> KIND =
            DECLARE.choice("kind", MergeStepKind.class, Trait.REQUIRED);
    /** The name of the type of the records that were moved, changed or removed. */
    public static final TextField<MergeStep> RECORD_TYPE = DECLARE.key("record_type", 48, Trait.REQUIRED);
    /** The id of the record that was changed or removed, or from which references were led away. */
    public static final TextField<MergeStep> RECORD = DECLARE.key("record", UUID_LENGTH, Trait.REQUIRED, Trait.INDEXED);
    /** The id of the record that stands in its place; missing of a change. */
    public static final TextField<MergeStep> REPLACEMENT = DECLARE.key("into_record", UUID_LENGTH, Trait.INDEXED);
    /** True of a removal while the merge isn't undone: the id of the removed record stands for the other one. */
    public static final FlagField<MergeStep> IN_FORCE = DECLARE.flag("in_force");
    /** The field that refers, where references were moved. */
    public static final TextField<MergeStep> FIELD = DECLARE.key("field", 48);
    /** The records whose references were moved. */
    public static final BodyField<MergeStep, List<MovedReference>> MOVED =
            DECLARE.list("moved", MovedReference.class, MAX_MOVED);
    /** The key of the {@code Change} that tells what was changed or removed; missing of a type whose changes aren't kept. */
    public static final TextField<MergeStep> CHANGE = DECLARE.key("change_key", 300);

    /** Digests of the texts by which a removed record was known, so that whoever knows it by them finds what stands in its place. */
    public static final TextSetField<MergeStep> FORMER_KEYS =
            DECLARE.textSet("former_keys", FormerKeys.LENGTH, Trait.INDEXED, Trait.PERSONAL);

    /** The declaration. */
    public static final EntityType<MergeStep> TYPE = DECLARE.uniqueKey("one_place", RECORD, IN_FORCE)
            .uniqueKey("one_order", MERGE, ORDINAL)
            .build();

    private MergeStep(EntityState<MergeStep> state) {
        super(state);
    }

    static MergeStep of(Id<Merge> merge, long ordinal, MergeStepKind kind, String type, UUID record) {
        return TYPE.newEntity()
                .with(MERGE, merge)
                .with(ORDINAL, ordinal)
                .with(KIND, kind)
                .with(RECORD_TYPE, type)
                .with(RECORD, record.toString());
    }

    /** Returns what was done. */
    public MergeStepKind kind() {
        return require(KIND);
    }

    /** Returns the name of the type of the records that were moved, changed or removed. */
    public String recordType() {
        return require(RECORD_TYPE);
    }

    /** Returns the id of the record that was changed or removed, or from which references were led away. */
    public UUID record() {
        return UUID.fromString(require(RECORD));
    }

    /**
     * Returns the id of the record that stands in its place.
     *
     * @throws IllegalStateException of a step that only changed a record
     */
    public UUID replacement() {
        return UUID.fromString(require(REPLACEMENT));
    }

    /** Returns the ids of the records whose references were moved; none of other steps. */
    public List<UUID> moved() {
        return getOrDefault(MOVED, List.of()).stream()
                .map(MovedReference::record)
                .toList();
    }
}
