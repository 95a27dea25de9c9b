package dev.clientele.b2b.team;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;

/**
 * A sales representative: somebody on the host's side who owns accounts and deals, or leads those who do. Immutable and
 * thread-safe.
 */
public final class SalesRep extends Entity<SalesRep> {

    private static final EntityTypeBuilder<SalesRep> DECLARE = EntityType.define("sales_rep", SalesRep::new);

    /** The name. */
    public static final TextField<SalesRep> NAME =
            DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE, Trait.PERSONAL);
    /** The name by which the host's sessions know the person: that of the {@code Actor}. */
    public static final TextField<SalesRep> LOGIN = DECLARE.key("login", 120, Trait.UNIQUE, Trait.PERSONAL);
    /** The id in the system that the record comes from. */
    public static final TextField<SalesRep> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The e-mail address. */
    public static final TextField<SalesRep> EMAIL = DECLARE.key("email", 320, Trait.PERSONAL);
    /** The job title. */
    public static final TextField<SalesRep> JOB_TITLE = DECLARE.text("job_title", 200);
    /** The place of work. */
    public static final TextField<SalesRep> OFFICE = DECLARE.text("office", 200, Trait.INDEXED);
    /** The manager to whom the person reports. */
    public static final ReferenceField<SalesRep, SalesRep> MANAGER =
            DECLARE.reference("manager", "sales_rep", Trait.ACYCLIC, Trait.INDEXED);
    /** The territory that the person is responsible for. */
    public static final ReferenceField<SalesRep, Territory> TERRITORY =
            DECLARE.reference("territory", "territory", Trait.INDEXED);
    /** True of those who have left or no longer sell; missing or false of all others. */
    public static final FlagField<SalesRep> RETIRED = DECLARE.flag("retired");

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<SalesRep> TYPE = DECLARE.build();

    private SalesRep(EntityState<SalesRep> state) {
        super(state);
    }

    /** Returns a new sales representative. */
    public static SalesRep named(String name) {
        return TYPE.newEntity().with(NAME, name);
    }

    /** Returns the name. */
    public String name() {
        return require(NAME);
    }
}
