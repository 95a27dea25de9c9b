/**
 * The rules of the house, checked over the compiled classes and the sources of every module.
 *
 * <p>{@link House} names the floors, {@link Arrows} who may stand on whom, {@link Bans} what main code may not touch,
 * {@link Shape} how it is named and what it shows. {@link HouseRulesTest} holds the real code to them and
 * {@link RulesBiteTest} proves on the deliberately bad classes of {@code fixture} that each rule refuses what it should. {@link
 * GuideCodeTest} compiles the code in the guides of the adapters.
 */
@NullMarked
package dev.clientele.architecture;

import org.jspecify.annotations.NullMarked;
