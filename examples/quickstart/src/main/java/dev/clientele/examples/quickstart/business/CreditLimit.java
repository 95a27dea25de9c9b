package dev.clientele.examples.quickstart.business;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.MoneyField;

/** A custom field of accounts: for how much they may buy before they have paid. */
public final class CreditLimit {

    private static final EntityTypeBuilder<Account> DECLARE = Account.TYPE.extend();

    /** The field. */
    public static final MoneyField<Account> FIELD = DECLARE.money("credit_limit");

    /** Accounts with the field; takes the place of {@code Account.TYPE} in a {@code Crm}. */
    public static final EntityType<Account> ACCOUNTS = DECLARE.build();

    private CreditLimit() {}
}
