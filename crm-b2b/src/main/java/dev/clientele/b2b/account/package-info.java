/**
 * The businesses one sells to and the people there.
 *
 * <p>An {@link dev.clientele.b2b.account.Account} is a customer in the sense of the core: it has contact points, addresses, a
 * timeline and a lifetime value. It may belong to another account; {@link dev.clientele.b2b.account.Accounts} answers who
 * belongs to whom, and {@link dev.clientele.core.hierarchy.Hierarchy} adds up any figure over a family. No account is above
 * itself, also when two are moved at the same time.
 *
 * <p>A {@link dev.clientele.b2b.account.Contact} is a person in working life, at any number of accounts at once: each {@link
 * dev.clientele.b2b.account.AccountContact} says in which {@link dev.clientele.b2b.account.ContactRole}, since when and until
 * when, and whether this is the person to talk to first. {@link dev.clientele.b2b.account.Contacts} keeps them.
 *
 * <pre>{@code
 * Account globex = b2b.accounts().add(Account.named("Globex").with(Account.INDUSTRY, "energy"));
 * Account turbines = b2b.accounts().add(Account.named("Globex Turbines").under(globex));
 * ContactName ana = b2b.contacts().add(ContactName.named("Ana Silva").reachableBy(ContactPoint.email("ana@globex.example")));
 * b2b.contacts().assign(ana, turbines, ContactRole.FINANCE);
 * b2b.contacts().assign(ana, globex, ContactRole.BOARD_MEMBER);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.account;

import org.jspecify.annotations.NullMarked;
