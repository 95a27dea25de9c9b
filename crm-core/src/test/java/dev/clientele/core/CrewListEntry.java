package dev.clientele.core;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;

/** The entry of a sailor in one crew list: its id is one of the sailor's identities. */
final class CrewListEntry extends Entity<CrewListEntry> {

    private static final EntityTypeBuilder<CrewListEntry> DECLARE =
            EntityType.define("crew_list_entry", CrewListEntry::new);

    static final ReferenceField<CrewListEntry, Sailor> SAILOR = DECLARE.reference("sailor", "sailor", Trait.IDENTITY);

    static final EntityType<CrewListEntry> TYPE = DECLARE.build();

    private CrewListEntry(EntityState<CrewListEntry> state) {
        super(state);
    }

    static CrewListEntry of(Id<Sailor> sailor) {
        return TYPE.newEntity().with(SAILOR, sailor);
    }
}
