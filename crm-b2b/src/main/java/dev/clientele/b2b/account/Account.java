package dev.clientele.b2b.account;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.Customer;
import dev.clientele.core.customer.CustomerId;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import java.util.ArrayList;
import java.util.List;

/** A business that one sells to, or that matters for selling to others. Immutable and thread-safe. */
public final class Account extends Entity<Account> implements Customer {

    static final int MAX_ADDRESSES = 50;

    private static final EntityTypeBuilder<Account> DECLARE = EntityType.define("account", Account::new);

    /** The name. */
    public static final TextField<Account> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The id in the system that the record comes from. */
    public static final TextField<Account> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** What the business is to us. */
    public static final CodedField<Account, AccountKind> KIND =
            DECLARE.choice("kind", AccountKind.class, Trait.INDEXED);
    /** The trade it is in. */
    public static final TextField<Account> INDUSTRY = DECLARE.text("industry", 120, Trait.INDEXED);
    /** The account that it belongs to, such as the parent company. */
    public static final ReferenceField<Account, Account> PARENT =
            DECLARE.reference("parent", "account", Trait.ACYCLIC, Trait.INDEXED);
    /** Who looks after it. */
    public static final ReferenceField<Account, SalesRep> OWNER =
            DECLARE.reference("owner", "sales_rep", Trait.INDEXED);
    /** The part of the market that it lies in. */
    public static final ReferenceField<Account, Territory> TERRITORY =
            DECLARE.reference("territory", "territory", Trait.INDEXED);
    /** True if somebody has put it there: territory rules leave it where it is. */
    public static final FlagField<Account> TERRITORY_PINNED = DECLARE.flag("territory_by_hand");
    /** The domain name of its e-mail addresses in lower case, such as {@code globex.example}. */
    public static final TextField<Account> DOMAIN = DECLARE.key("domain", 253, Trait.INDEXED);
    /** How many people work there. */
    public static final OrderedField<Account, Long> EMPLOYEES = DECLARE.integer("employees");
    /** Its revenue in a year. */
    public static final MoneyField<Account> ANNUAL_REVENUE = DECLARE.money("annual_revenue");
    /** Where it sits. */
    public static final CodedField<Account, Country> COUNTRY =
            DECLARE.coded("country", Country::code, Country::of, Trait.INDEXED);
    /** The town where it sits. */
    public static final TextField<Account> CITY = DECLARE.text("city", 200, Trait.SEARCHABLE);
    /** Words by which the host sorts its accounts. */
    public static final TextSetField<Account> TAGS = DECLARE.textSet("tags", 60, Trait.INDEXED);
    /** How to reach it. */
    public static final BodyField<Account, List<ContactPoint>> CONTACT_POINTS =
            DECLARE.list("contact_points", ContactPoint.class, ContactPoints.MAX_POINTS, Trait.PERSONAL);
    /** Where letters and parcels go, the main address first. */
    public static final BodyField<Account, List<PostalAddress>> ADDRESSES =
            DECLARE.list("addresses", PostalAddress.class, MAX_ADDRESSES, Trait.PERSONAL);
    /** Anything worth knowing. */
    public static final BodyField<Account, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    /** The declaration. */
    public static final EntityType<Account> TYPE = DECLARE.rule(
                    account -> ContactPointRules.violations(account.getOrDefault(CONTACT_POINTS, List.of())))
            .build();

    private Account(EntityState<Account> state) {
        super(state);
    }

    /** A new account. */
    public static Account named(String name) {
        return TYPE.newEntity().with(NAME, name);
    }

    /** The name. */
    public String name() {
        return require(NAME);
    }

    @Override
    public CustomerId customerId() {
        return CustomerId.account(id().value());
    }

    @Override
    public String displayName() {
        return name();
    }

    @Override
    public ContactPoints contactPoints() {
        return new ContactPoints(getOrDefault(CONTACT_POINTS, List.of()));
    }

    @Override
    public List<PostalAddress> addresses() {
        return getOrDefault(ADDRESSES, List.of());
    }

    /** A copy that belongs to another account. */
    public Account withParent(Account parent) {
        return with(PARENT, parent.id());
    }

    /** A copy with a contact point more, or with this in place of one that matches it. */
    public Account withContactPoint(ContactPoint point) {
        return with(CONTACT_POINTS, contactPoints().plus(point).points());
    }

    /** A copy with an address more. The first one also gives the country, and the town where it names one. */
    public Account withAddress(PostalAddress address) {
        List<PostalAddress> addresses = new ArrayList<>(addresses());
        addresses.add(address);
        Account located = with(ADDRESSES, addresses);
        if (addresses.size() > 1) {
            return located;
        }
        return located.with(COUNTRY, address.country()).with(CITY, address.city());
    }
}
