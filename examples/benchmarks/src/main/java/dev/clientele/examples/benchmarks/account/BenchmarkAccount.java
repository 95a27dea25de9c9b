package dev.clientele.examples.benchmarks.account;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An account as the library's users declare it: twelve fields, one of them in the body, fourteen columns. */
public final class BenchmarkAccount extends Entity<BenchmarkAccount> {

    private static final EntityTypeBuilder<BenchmarkAccount> DECLARE =
            EntityType.define("account", BenchmarkAccount::new);

    /** The company's name. */
    public static final TextField<BenchmarkAccount> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The number in the seller's books. */
    public static final TextField<BenchmarkAccount> NUMBER = DECLARE.key("number", 40, Trait.REQUIRED, Trait.UNIQUE);
    /** What it does. */
    public static final TextField<BenchmarkAccount> INDUSTRY = DECLARE.text("industry", 80, Trait.INDEXED);
    /** ISO code. */
    public static final TextField<BenchmarkAccount> COUNTRY = DECLARE.text("country", 2, Trait.INDEXED);
    /** Seat. */
    public static final TextField<BenchmarkAccount> CITY = DECLARE.text("city", 120);
    /** What it is to the seller. */
    public static final CodedField<BenchmarkAccount, AccountStatus> STATUS =
            DECLARE.choice("status", AccountStatus.class, Trait.REQUIRED);
    /** Who looks after it. */
    public static final TextField<BenchmarkAccount> OWNER = DECLARE.key("owner", 64, Trait.INDEXED);
    /** How many work there. */
    public static final OrderedField<BenchmarkAccount, Long> EMPLOYEES = DECLARE.integer("employees");
    /** Revenue a year. */
    public static final MoneyField<BenchmarkAccount> REVENUE = DECLARE.money("revenue");
    /** First contact. */
    public static final OrderedField<BenchmarkAccount, LocalDate> SINCE = DECLARE.date("since");
    /** Latest contact. */
    public static final OrderedField<BenchmarkAccount, Instant> LAST_CONTACT = DECLARE.instant("last_contact");
    /** Some sentences. */
    public static final BodyField<BenchmarkAccount, String> DESCRIPTION =
            DECLARE.longText("description", 4000, Trait.PERSONAL);

    /** The declaration. */
    public static final EntityType<BenchmarkAccount> TYPE = DECLARE.build();

    private BenchmarkAccount(EntityState<BenchmarkAccount> state) {
        super(state);
    }

    /** The account of a row, not stored yet. */
    public static BenchmarkAccount of(AccountRow row) {
        return TYPE.newEntity()
                .with(NAME, row.name())
                .with(NUMBER, row.number())
                .with(INDUSTRY, row.industry())
                .with(COUNTRY, row.country())
                .with(CITY, row.city())
                .with(STATUS, row.status())
                .with(OWNER, row.owner())
                .with(EMPLOYEES, row.employees())
                .with(REVENUE, Money.of(CurrencyUnit.of(row.currency()), row.revenue()))
                .with(SINCE, row.since())
                .with(LAST_CONTACT, row.lastContact())
                .with(DESCRIPTION, row.description());
    }
}
