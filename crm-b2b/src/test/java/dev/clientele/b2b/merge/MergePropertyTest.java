package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.deal.stakeholder.Stance;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeUndoResult;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;

/** Random webs of records; merges of accounts and contacts in any order, taken back the last first. */
class MergePropertyTest {

    private static final List<ContactRole> ROLES = List.of(ContactRole.FINANCE, ContactRole.TECHNICAL);
    private static final List<BuyingRole> PARTS = List.of(BuyingRole.CHAMPION, BuyingRole.USER);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    private record World(Storage storage, CrmSession session, B2b b2b, Random random) implements AutoCloseable {

        @Override
        public void close() {
            storage.close();
        }

        static World of(long seed) {
            Storage storage = MemoryStorage.create();
            CrmSession session = Crm.on(storage)
                    .types(B2b.types())
                    .types(TypeSet.of(Site.TYPE, Badge.TYPE))
                    .build()
                    .session(TenantId.of("acme"), Actor.user("alice"));
            World world = new World(storage, session, B2b.in(session), new Random(seed));
            world.fill();
            return world;
        }

        private <V> V any(List<V> of) {
            return of.get(random.nextInt(of.size()));
        }

        private boolean maybe() {
            return random.nextBoolean();
        }

        private void fill() {
            List<Account> accounts = new ArrayList<>();
            List<Contact> contacts = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Account account = Account.named("Account " + i);
                account = i > 0 && maybe() ? account.withParent(any(accounts)) : account;
                account = maybe() ? account.with(Account.INDUSTRY, "i" + i) : account;
                account = maybe() ? account.with(Account.EXTERNAL_ID, "e" + i) : account;
                account = maybe() ? account.with(Account.TAGS, Set.of("t" + i)) : account;
                account = maybe() ? account.withContactPoint(ContactPoint.email("a" + i + "@x.example")) : account;
                accounts.add(b2b.accounts().add(account));
                Contact contact = Contact.named("Contact " + i);
                contact = maybe() ? contact.with(Contact.JOB_TITLE, "j" + i) : contact;
                contact = maybe() ? contact.with(Contact.EXTERNAL_ID, "e" + i) : contact;
                contact = maybe() ? contact.withContactPoint(ContactPoint.email("c" + i + "@x.example")) : contact;
                contacts.add(b2b.contacts().add(contact));
            }
            for (int i = 0; i < 12; i++) {
                AccountContact row = b2b.contacts().assign(any(contacts), any(accounts), any(ROLES), DAY.plusDays(i));
                if (random.nextInt(3) == 0) {
                    b2b.contacts().makePrimary(row);
                } else if (random.nextInt(4) == 0) {
                    b2b.contacts().end(b2b.contacts().relations().get(row.id()), DAY.plusDays(40));
                }
            }
            for (int i = 0; i < 4; i++) {
                Opportunity deal =
                        b2b.deals().open(any(accounts), Pipeline.standard(), "Deal " + i, Money.parse("EUR 1"));
                List<Stakeholder> parts = new ArrayList<>();
                for (int j = 0; j < 4; j++) {
                    Stakeholder part = b2b.deals().stakeholders().assign(deal, any(contacts), any(PARTS));
                    part = maybe()
                            ? b2b.deals()
                                    .stakeholders()
                                    .save(part.with(Stakeholder.STANCE, any(List.of(Stance.values()))))
                            : part;
                    part = !parts.isEmpty() && maybe() ? reporting(part, any(parts)) : part;
                    Stakeholder known = part;
                    parts.removeIf(other -> other.id().equals(known.id()));
                    parts.add(part);
                }
            }
            for (int i = 0; i < 4; i++) {
                session.repository(Site.TYPE)
                        .add(Site.of(
                                "Site " + i,
                                any(accounts).id(),
                                maybe() ? any(accounts).id() : null));
                if (maybe()) {
                    session.repository(Badge.TYPE).add(Badge.of(accounts.get(i).id(), "c" + i));
                }
            }
        }

        private Stakeholder reporting(Stakeholder part, Stakeholder above) {
            try {
                return b2b.deals().stakeholders().setReportsTo(part, above);
            } catch (InvalidException e) {
                return b2b.deals().stakeholders().get(part.id()); // would have led back
            }
        }

        /** Merges two accounts or two contacts that are there. */
        Merge mergeSome() {
            if (maybe()) {
                List<Account> accounts =
                        new ArrayList<>(b2b.accounts().all().page(100).items());
                Account survivor = accounts.remove(random.nextInt(accounts.size()));
                return b2b.accounts().merge(survivor, any(accounts));
            }
            List<Contact> contacts =
                    new ArrayList<>(b2b.contacts().all().page(100).items());
            Contact survivor = contacts.remove(random.nextInt(contacts.size()));
            return b2b.contacts().merge(survivor, any(contacts));
        }

        List<Object> records() {
            return Documents.of(session, type -> !type.name().startsWith("merge"));
        }
    }

    @Property(tries = 150)
    void undoing_merges_brings_back_every_record_as_it_was(@ForAll long seed) {
        try (World world = World.of(seed)) {
            List<Merge> merges = new ArrayList<>();
            List<List<Object>> states = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                states.add(world.records());
                merges.add(world.mergeSome());
            }
            for (int i = 2; i >= 0; i--) {
                MergeUndoResult undone = world.b2b().merges().undo(merges.get(i));

                assertThat(undone.conflicts()).isEmpty();
                assertThat(world.records()).isEqualTo(states.get(i));
            }
        }
    }

    @Property(tries = 150)
    void after_merges_each_role_is_there_once_and_each_account_that_had_a_primary_contact_has_one(@ForAll long seed) {
        try (World world = World.of(seed)) {
            for (int i = 0; i < 3; i++) {
                Set<Object> before = withPrimary(world);
                world.mergeSome();

                Set<Object> expected = new HashSet<>();
                before.forEach(account -> expected.add(world.b2b().merges().resolve((Id<?>) account)));
                assertThat(withPrimary(world)).isEqualTo(expected);
                assertThat(rows(world).stream()
                                .filter(row -> row.getOrDefault(AccountContact.OPEN_ENDED, false))
                                .map(row -> row.account() + " " + row.contact() + " " + row.role()))
                        .doesNotHaveDuplicates();
                assertThat(world.b2b().deals().stakeholders().all().page(100).items().stream()
                                .map(part -> part.opportunity() + " " + part.contact() + " " + part.role()))
                        .doesNotHaveDuplicates();
                assertThat(world.b2b().accounts().hierarchy().records())
                        .hasSize((int) world.b2b().accounts().all().count());
            }
        }
    }

    private static List<AccountContact> rows(World world) {
        return world.b2b().contacts().relations().all().page(100).items();
    }

    private static Set<Object> withPrimary(World world) {
        List<Object> accounts = new ArrayList<>();
        rows(world).stream().filter(AccountContact::isPrimary).forEach(row -> accounts.add(row.account()));
        assertThat(accounts).doesNotHaveDuplicates();
        return new HashSet<>(accounts);
    }
}
