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

/** A business that the host sells to, or that matters for selling to others. Immutable and thread-safe. */
public final class Account extends Entity<Account> implements Customer {

    static final int MAX_ADDRESSES = 50;

    private static final EntityTypeBuilder<Account> DECLARE = EntityType.define("account", Account::new);

    /** The name. */
    public static final TextField<Account> NAME =
            DECLARE.matchedText("name", 200, CompanyName::matchKey, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The id in the system that the record comes from. */
    public static final TextField<Account> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The business's relation to the host. */
    public static final CodedField<Account, AccountKind> KIND =
            DECLARE.choice("kind", AccountKind.class, Trait.INDEXED);
    /** The industry it is in. */
    public static final TextField<Account> INDUSTRY = DECLARE.text("industry", 120, Trait.INDEXED);
    /** The parent account, such as the parent company. */
    public static final ReferenceField<Account, Account> PARENT =
            DECLARE.reference("parent", "account", Trait.ACYCLIC, Trait.INDEXED);
    /** The sales representative who owns the account. */
    public static final ReferenceField<Account, SalesRep> OWNER =
            DECLARE.reference("owner", "sales_rep", Trait.INDEXED);
    /** The territory it lies in. */
    public static final ReferenceField<Account, Territory> TERRITORY =
            DECLARE.reference("territory", "territory", Trait.INDEXED);
    /** True if its territory was set by hand: territory rules leave it where it is. */
    public static final FlagField<Account> TERRITORY_PINNED = DECLARE.flag("territory_by_hand");
    /** The domain name of its e-mail addresses in lower case, such as {@code globex.example}. */
    public static final TextField<Account> DOMAIN = DECLARE.key("domain", 253, Trait.INDEXED);
    /** The number of employees. */
    public static final OrderedField<Account, Long> EMPLOYEES = DECLARE.integer("employees");
    /** The annual revenue. */
    public static final MoneyField<Account> ANNUAL_REVENUE = DECLARE.money("annual_revenue");
    /** The country of its headquarters. */
    public static final CodedField<Account, Country> COUNTRY =
            DECLARE.coded("country", Country::code, Country::of, Trait.INDEXED);
    /** The town of its headquarters. */
    public static final TextField<Account> CITY = DECLARE.text("city", 200, Trait.SEARCHABLE);
    /** The host's own tags for sorting accounts. */
    public static final TextSetField<Account> TAGS = DECLARE.textSet("tags", 60, Trait.INDEXED);
    /** The contact points: phone numbers, e-mail addresses and the like. */
    public static final BodyField<Account, List<ContactPoint>> CONTACT_POINTS =
            DECLARE.list("contact_points", ContactPoint.class, ContactPoints.MAX_POINTS, Trait.PERSONAL);
    /** The postal addresses, the main address first. */
    public static final BodyField<Account, List<PostalAddress>> ADDRESSES =
            DECLARE.list("addresses", PostalAddress.class, MAX_ADDRESSES, Trait.PERSONAL);
    /** The free-text description. */
    public static final BodyField<Account, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Account> TYPE = DECLARE.rule(
                    account -> ContactPointRules.violations(account.getOrDefault(CONTACT_POINTS, List.of())))
            .build();

    private Account(EntityState<Account> state) {
        super(state);
    }

    /** Returns a new account. */
    public static Account named(String name) {
        return TYPE.newEntity().with(NAME, name);
    }

    /** Returns the name. */
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

    /** Returns a copy under this parent account. */
    public Account withParent(Account parent) {
        return with(PARENT, parent.id());
    }

    /** Returns a copy with this contact point added, or put in place of one that matches it. */
    public Account withContactPoint(ContactPoint point) {
        return with(CONTACT_POINTS, contactPoints().plus(point).points());
    }

    /**
     * Returns a copy with this address added. The first address also sets the country, and the town where it names one.
     */
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
