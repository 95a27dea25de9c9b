package dev.clientele.b2b.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.Crm;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.MergedTimeline;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class NotesTest extends StoredTest {

    /** Everybody sees all but accounts that are tagged as secret. */
    private static final class Discreet implements AccessPolicy {
        @Override
        public Criteria readable(Actor actor, String type) {
            return type.equals("account") ? Account.TAGS.has("secret").negate() : Criteria.always();
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return Criteria.always();
        }
    }

    NotesTest(Store store) {
        super(store);
    }

    private static List<String> texts(MergedTimeline notes) {
        try (Stream<Interaction> found = notes.stream()) {
            return found.map(note -> note.require(Interaction.CONTENT)).toList();
        }
    }

    @Test
    void notes_stand_on_the_timeline_newest_first() {
        Account globex = account("Globex");
        b2b.activity().notes().add(globex, "They like blue.");
        clock.advance(Duration.ofMinutes(1));
        b2b.activity().notes().add(globex, "They like green.");
        session.timeline().record(Interaction.of(Channel.CALL, Direction.OUTBOUND, NOW, globex.id()));

        assertThat(texts(b2b.activity().notes().find(globex))).containsExactly("They like green.", "They like blue.");
        assertThat(session.timeline().forRecord(globex.id()).count()).isEqualTo(3);
        assertThat(b2b.activity().notes().find(globex).page(1).items().get(0).recordedBy())
                .contains("user:alice");
    }

    @Test
    void a_note_about_a_deal_is_none_about_its_account() {
        Account globex = account("Globex");
        Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("10"));

        b2b.activity().notes().add(deal, "The price is too high.");

        assertThat(texts(b2b.activity().notes().find(deal))).hasSize(1);
        assertThat(texts(b2b.activity().notes().find(globex))).isEmpty();
    }

    @Test
    void who_may_not_see_the_record_sees_no_notes_and_takes_none() {
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.TAGS, Set.of("secret")));
        b2b.activity().notes().add(globex, "Do not tell.");
        Crm guarded = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .policy(new Discreet())
                .build();
        B2b clerk = B2b.in(guarded.session(TenantId.of("acme"), Actor.user("clerk")));

        assertThatThrownBy(() -> clerk.activity().notes().find(globex)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> clerk.activity().notes().add(globex, "Hello.")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void another_tenant_sees_no_notes() {
        Account globex = account("Globex");
        b2b.activity().notes().add(globex, "They like blue.");

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThatThrownBy(() -> other.activity().notes().find(globex)).isInstanceOf(NotFoundException.class);
    }
}
