package dev.clientele.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    @ParameterizedTest
    @ValueSource(strings = {"user:alice", "process:import", "user:a:b", "user:user:x", "process:Bøe, Åse"})
    void an_actor_comes_back_from_its_text(String text) {
        assertThat(Actor.parse(text)).hasToString(text);
    }

    @Test
    void its_roles_are_no_part_of_its_text() {
        Actor alice = Actor.user("alice").withRoles("sales", "sales", "admin");

        assertThat(alice.roles()).containsExactlyInAnyOrder("sales", "admin");
        assertThat(Actor.parse(alice.toString())).isEqualTo(Actor.user("alice"));
    }

    @Test
    void its_roles_keep_their_order() {
        assertThat(Actor.user("alice")
                        .withRoles("sales", "admin", "audit", "export")
                        .roles())
                .containsExactly("sales", "admin", "audit", "export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "User:alice", "robot:x", "user:", "user: ", ":x"})
    void what_is_no_actors_text_is_refused(String text) {
        assertThatThrownBy(() -> Actor.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_has_at_most_120_characters() {
        assertThat(Actor.user("x".repeat(120)).name()).hasSize(120);
        assertThatThrownBy(() -> Actor.user("x".repeat(121))).isInstanceOf(IllegalArgumentException.class);
    }
}
