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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * That a person is something at an account, from a day until a day. A person may be several things at one account and at
 * several; what has no end yet is there once for each person, account and role; at most one per account is primary.
 * Immutable and thread-safe.
 */
public final class AccountContact extends Entity<AccountContact> {

    private static final EntityTypeBuilder<AccountContact> DECLARE =
            EntityType.define("account_contact", AccountContact::new);

    /** Where. */
    public static final ReferenceField<AccountContact, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.INDEXED);
    /** Who. */
    public static final ReferenceField<AccountContact, Contact> CONTACT =
            DECLARE.reference("contact", "contact", Trait.REQUIRED, Trait.INDEXED);
    /** As what. */
    public static final CodedField<AccountContact, ContactRole> ROLE =
            DECLARE.coded("role", ContactRole::code, ContactRole::parse, Trait.REQUIRED);
    /** In which department there, such as {@code Purchasing}; missing if not known. */
    public static final TextField<AccountContact> DEPARTMENT = DECLARE.text("department", 200);
    /** True of the person to talk to first, missing of all others. */
    public static final FlagField<AccountContact> PRIMARY = DECLARE.flag("primary_contact");
    /** The first day; missing if not known. */
    public static final OrderedField<AccountContact, LocalDate> VALID_FROM = DECLARE.date("valid_from");
    /** The first day on which it is no longer so; missing if there is no end yet. */
    public static final OrderedField<AccountContact, LocalDate> VALID_TO = DECLARE.date("valid_to");
    /** True while there is no end, missing after: kept by {@link #withEnd}. */
    public static final FlagField<AccountContact> OPEN_ENDED = DECLARE.flag("open_ended");

    /** The declaration. */
    public static final EntityType<AccountContact> TYPE = DECLARE.uniqueKey("one_primary", ACCOUNT, PRIMARY)
            .uniqueKey("one_of_each", ACCOUNT, CONTACT, ROLE, OPEN_ENDED)
            .rule(AccountContact::consistent)
            .build();

    private AccountContact(EntityState<AccountContact> state) {
        super(state);
    }

    /** A person at an account in a role, without known days. */
    public static AccountContact of(Id<Contact> contact, Id<Account> account, ContactRole role) {
        return TYPE.newEntity()
                .with(CONTACT, contact)
                .with(ACCOUNT, account)
                .with(ROLE, role)
                .with(OPEN_ENDED, true);
    }

    /** Where. */
    public Id<Account> account() {
        return require(ACCOUNT);
    }

    /** Who. */
    public Id<Contact> contact() {
        return require(CONTACT);
    }

    /** As what. */
    public ContactRole role() {
        return require(ROLE);
    }

    /** Whether this is the person to talk to first. */
    public boolean isPrimary() {
        return getOrDefault(PRIMARY, false);
    }

    /** Whether it is so on a day. */
    public boolean isValidOn(LocalDate day) {
        LocalDate from = get(VALID_FROM);
        LocalDate to = get(VALID_TO);
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** A copy that is so in a department. */
    public AccountContact withDepartment(String department) {
        return with(DEPARTMENT, department);
    }

    /** A copy that holds from this day on. */
    public AccountContact withStart(LocalDate day) {
        return with(VALID_FROM, day);
    }

    /** A copy that no longer holds from this day on. */
    public AccountContact withEnd(LocalDate day) {
        return with(VALID_TO, day).without(OPEN_ENDED);
    }

    private static List<Violation> consistent(AccountContact relation) {
        List<Violation> violations = new ArrayList<>();
        LocalDate from = relation.get(VALID_FROM);
        LocalDate to = relation.get(VALID_TO);
        if (from != null && to != null && !from.isBefore(to)) {
            violations.add(new Violation(VALID_TO.name(), "must be after valid_from"));
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
