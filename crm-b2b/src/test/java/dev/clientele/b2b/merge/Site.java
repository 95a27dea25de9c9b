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
import org.jspecify.annotations.Nullable;

/** A vendor's record that refers to accounts twice. */
final class Site extends Entity<Site> {

    private static final EntityTypeBuilder<Site> DECLARE = EntityType.define("site", Site::new);

    static final TextField<Site> NAME = DECLARE.text("name", 100, Trait.REQUIRED);
    static final ReferenceField<Site, Account> TENANT_ACCOUNT =
            DECLARE.reference("tenant_account", "account", Trait.REQUIRED);
    static final ReferenceField<Site, Account> LANDLORD = DECLARE.reference("landlord", "account");

    static final EntityType<Site> TYPE = DECLARE.build();

    private Site(EntityState<Site> state) {
        super(state);
    }

    static Site of(String name, Id<Account> tenant, @Nullable Id<Account> landlord) {
        return TYPE.newEntity().with(NAME, name).with(TENANT_ACCOUNT, tenant).with(LANDLORD, landlord);
    }
}
