package dev.clientele.b2b.merge;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;

/** A vendor's record of which each account has one. */
final class Badge extends Entity<Badge> {

    private static final EntityTypeBuilder<Badge> DECLARE = EntityType.define("badge", Badge::new);

    static final ReferenceField<Badge, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.UNIQUE);
    static final TextField<Badge> COLOUR = DECLARE.text("colour", 20);

    static final EntityType<Badge> TYPE = DECLARE.build();

    private Badge(EntityState<Badge> state) {
        super(state);
    }

    static Badge of(Id<Account> account, String colour) {
        return TYPE.newEntity().with(ACCOUNT, account).with(COLOUR, colour);
    }
}
