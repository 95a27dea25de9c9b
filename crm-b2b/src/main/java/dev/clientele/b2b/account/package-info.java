/**
 * Accounts, the businesses that the host sells to, and contacts, the people there.
 *
 * <p>An {@link dev.clientele.b2b.account.Account} is a customer in the sense of the core: it has contact points,
 * addresses, a timeline and a lifetime value. It may have a parent account; {@link dev.clientele.b2b.account.Accounts}
 * returns the hierarchy, and {@link dev.clientele.core.hierarchy.Hierarchy} rolls up any figure over it. No account is
 * above itself, also when two are moved at the same time.
 *
 * <p>A {@link dev.clientele.b2b.account.Contact} is a person in working life, at any number of accounts at once: each
 * {@link dev.clientele.b2b.account.AccountContact} relates a contact to an account, in a {@link
 * dev.clientele.b2b.account.ContactRole}, from a day until a day; one per account is primary. {@link
 * dev.clientele.b2b.account.Contacts} stores both.
 *
 * <p>Both repositories find duplicates and merge them.
 *
 * <p>An account's {@link dev.clientele.b2b.account.AccountKind} is its relation to the host. {@link
 * dev.clientele.b2b.account.CompanyName} compares company names, and {@link
 * dev.clientele.b2b.account.ContactPointRules} checks contact points and the columns that follow from them.
 *
 * <pre>{@code
 * Account globex = b2b.accounts().add(Account.named("Globex").with(Account.INDUSTRY, "energy"));
 * Account turbines = b2b.accounts().add(Account.named("Globex Turbines").withParent(globex));
 * Contact ana = b2b.contacts().add(Contact.named("Ana Silva").withContactPoint(ContactPoint.email("ana@globex.example")));
 * b2b.contacts().assign(ana, turbines, ContactRole.FINANCE);
 * b2b.contacts().assign(ana, globex, ContactRole.BOARD_MEMBER);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.account;

import org.jspecify.annotations.NullMarked;
