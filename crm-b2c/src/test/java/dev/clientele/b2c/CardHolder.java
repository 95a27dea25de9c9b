package dev.clientele.b2c;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;

/** The record of somebody in a system of loyalty cards: its id is an identity of the person it belongs to. */
public final class CardHolder extends Entity<CardHolder> {

    private static final EntityTypeBuilder<CardHolder> DECLARE = EntityType.define("card_holder", CardHolder::new);

    public static final ReferenceField<CardHolder, Person> PERSON =
            DECLARE.reference("person", "person", Trait.IDENTITY);

    public static final EntityType<CardHolder> TYPE = DECLARE.build();

    private CardHolder(EntityState<CardHolder> state) {
        super(state);
    }

    public static CardHolder of(Person person) {
        return TYPE.newEntity().with(PERSON, person.id());
    }

    /** Returns its id as purchases name it. */
    public Id<Person> identity() {
        return Id.of(id().value());
    }
}
