package dev.clientele.examples.quickstart.load;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.util.List;

/** How far a step of loading has come: a record type as any vendor declares one. Immutable and thread-safe. */
public final class LoadStep extends Entity<LoadStep> {

    private static final int MAX_REMARKS = 100;

    private static final EntityTypeBuilder<LoadStep> DECLARE = EntityType.define("load_step", LoadStep::new);

    /** What is being loaded, in words. */
    public static final TextField<LoadStep> NAME = DECLARE.key("name", 80, Trait.REQUIRED, Trait.UNIQUE);
    /** How many records of the source are in. */
    public static final OrderedField<LoadStep, Long> DONE = DECLARE.integer("done", Trait.REQUIRED);
    /** True once all are. */
    public static final FlagField<LoadStep> FINISHED = DECLARE.flag("finished");
    /** What a reader of the loaded data should know. */
    public static final BodyField<LoadStep, List<Remark>> REMARKS = DECLARE.list("remarks", Remark.class, MAX_REMARKS);

    /** The declaration. */
    public static final EntityType<LoadStep> TYPE = DECLARE.build();

    private LoadStep(EntityState<LoadStep> state) {
        super(state);
    }

    /** A step of which nothing is done yet. */
    static LoadStep named(String name) {
        return TYPE.newEntity().withId(idOf(name)).with(NAME, name).with(DONE, 0L);
    }

    static Id<LoadStep> idOf(String name) {
        return StableId.of("load-step", name);
    }

    /** How many records of the source are in. */
    public long done() {
        return require(DONE);
    }

    /** Whether all are. */
    public boolean isFinished() {
        return getOrDefault(FINISHED, false);
    }

    /** What a reader of the loaded data should know. */
    public List<Remark> remarks() {
        return getOrDefault(REMARKS, List.of());
    }

    LoadStep advanced(long records, List<Remark> remarks) {
        return with(DONE, done() + records).with(REMARKS, Remark.merge(remarks(), remarks));
    }

    LoadStep finished() {
        return with(FINISHED, true);
    }
}
