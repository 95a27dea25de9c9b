package dev.clientele.core;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;

/** A record type of which many refer to one subscriber. */
public final class Letter extends Entity<Letter> {

    private static final EntityTypeBuilder<Letter> DECLARE = EntityType.define("letter", Letter::new);

    public static final ReferenceField<Letter, Subscriber> TO =
            DECLARE.reference("recipient", "subscriber", Trait.REQUIRED);
    public static final TextField<Letter> SUBJECT = DECLARE.text("subject", 80);

    public static final EntityType<Letter> TYPE = DECLARE.build();

    private Letter(EntityState<Letter> state) {
        super(state);
    }

    public static Letter to(Id<Subscriber> subscriber) {
        return TYPE.newEntity().with(TO, subscriber);
    }
}
