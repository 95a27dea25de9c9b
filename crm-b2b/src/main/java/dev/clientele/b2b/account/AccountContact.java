package dev.clientele.b2b.account;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The relation of a person to an account: in a role, from a day until a day. A person may hold several roles at one
 * account and at several; of relations without an end there is one for each person, account and role; at most one
 * relation per account is primary. Immutable and thread-safe.
 */
public final class AccountContact extends Entity<AccountContact> {

    private static final EntityTypeBuilder<AccountContact> DECLARE =
            EntityType.define("account_contact", AccountContact::new);

    /** The account. */
    public static final ReferenceField<AccountContact, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.INDEXED);
    /** The person. */
    public static final ReferenceField<AccountContact, Contact> CONTACT =
            DECLARE.reference("contact", "contact", Trait.REQUIRED, Trait.INDEXED);
    /** The person's role at the account. */
    public static final CodedField<AccountContact, ContactRole> ROLE =
            DECLARE.coded("role", ContactRole::code, ContactRole::parse, Trait.REQUIRED);
    /** The department, such as {@code Purchasing}; missing if not known. */
    public static final TextField<AccountContact> DEPARTMENT = DECLARE.text("department", 200);
    /** True of the account's primary contact, missing of all others. */
    public static final FlagField<AccountContact> PRIMARY = DECLARE.flag("primary_contact");
    /** The first day of the relation; missing if not known. */
    public static final OrderedField<AccountContact, LocalDate> VALID_FROM = DECLARE.date("valid_from");
    /** The first day after the relation; missing while it has no end. */
    public static final OrderedField<AccountContact, LocalDate> VALID_TO = DECLARE.date("valid_to");
    /** True while the relation has no end, missing after: kept by {@link #withEnd}. */
    public static final FlagField<AccountContact> OPEN_ENDED = DECLARE.flag("open_ended");

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<AccountContact> TYPE = DECLARE.uniqueKey("one_primary", ACCOUNT, PRIMARY)
            .uniqueKey("one_of_each", ACCOUNT, CONTACT, ROLE, OPEN_ENDED)
            .rule(AccountContact::consistent)
            .build();

    private AccountContact(EntityState<AccountContact> state) {
        super(state);
    }

    /** Returns a relation of a person to an account in a role, without known days. */
    public static AccountContact of(Id<Contact> contact, Id<Account> account, ContactRole role) {
        return TYPE.newEntity()
                .with(CONTACT, contact)
                .with(ACCOUNT, account)
                .with(ROLE, role)
                .with(OPEN_ENDED, true);
    }

    /** Returns the account. */
    public Id<Account> account() {
        return require(ACCOUNT);
    }

    /** Returns the person. */
    public Id<Contact> contact() {
        return require(CONTACT);
    }

    /** Returns the person's role at the account. */
    public ContactRole role() {
        return require(ROLE);
    }

    /** Returns whether the person is the account's primary contact. */
    public boolean isPrimary() {
        return getOrDefault(PRIMARY, false);
    }

    /** Returns whether the relation holds on a day. */
    public boolean isValidOn(LocalDate day) {
        LocalDate from = get(VALID_FROM);
        LocalDate to = get(VALID_TO);
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** Returns a copy in a department. */
    public AccountContact withDepartment(String department) {
        return with(DEPARTMENT, department);
    }

    /** Returns a copy that holds from this day on. */
    public AccountContact withStart(LocalDate day) {
        return with(VALID_FROM, day);
    }

    /** Returns a copy that no longer holds from this day on. */
    public AccountContact withEnd(LocalDate day) {
        return with(VALID_TO, day).without(OPEN_ENDED);
    }

    private static List<Violation> consistent(AccountContact relation) {
        List<Violation> violations = new ArrayList<>();
        LocalDate from = relation.get(VALID_FROM);
        LocalDate to = relation.get(VALID_TO);
        if (from != null && to != null && !from.isBefore(to)) {
            violations.add(new Violation(VALID_TO.name(), ViolationCode.ORDER, "must be after valid_from"));
        }
        if (relation.getOrDefault(OPEN_ENDED, false) != (to == null)) {
            violations.add(new Violation(OPEN_ENDED.name(), "must be true exactly while valid_to is missing"));
        }
        if (Boolean.FALSE.equals(relation.get(PRIMARY))) {
            violations.add(new Violation(PRIMARY.name(), "must be true or missing"));
        }
        return violations;
    }
}
