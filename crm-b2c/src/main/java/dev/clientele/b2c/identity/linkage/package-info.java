/**
 * Probabilistic record linkage: finds the records of one person, with a probability and its explanation.
 *
 * <p>A {@link dev.clientele.b2c.identity.linkage.LinkageSource} has {@link
 * dev.clientele.b2c.identity.linkage.LinkageRecord}s with one value for each {@link
 * dev.clientele.b2c.identity.linkage.RecordAttribute}; a {@link dev.clientele.b2c.identity.linkage.RecordRef} is the place of one.
 * {@link dev.clientele.b2c.identity.linkage.RecordLinker} links whole files as {@link
 * dev.clientele.b2c.identity.linkage.LinkageSettings} say: {@link dev.clientele.b2c.identity.linkage.LinkMode}, {@link
 * dev.clientele.b2c.identity.linkage.Thresholds}. A {@link dev.clientele.b2c.identity.linkage.LinkageResult} has {@link
 * dev.clientele.b2c.identity.linkage.ScoredPair}s with a {@link dev.clientele.b2c.identity.linkage.MatchDecision} and {@link
 * dev.clientele.b2c.identity.linkage.RecordCluster}s, joined by {@link
 * dev.clientele.b2c.identity.linkage.AverageLinkage}. The outcome doesn't depend on the order of sources and records.
 *
 * <p>{@link dev.clientele.b2c.identity.linkage.ModelTrainer} fits without labels and gives a {@link
 * dev.clientele.b2c.identity.linkage.TrainedModel}. The {@link dev.clientele.b2c.identity.linkage.LinkageModel} in it has a
 * prior, {@link dev.clientele.b2c.identity.linkage.AttributeWeights} (m and u by level), {@link
 * dev.clientele.b2c.identity.linkage.TermFrequencies}, a {@link dev.clientele.b2c.identity.linkage.HouseholdModel} of different
 * people who share a name or an address, and {@link dev.clientele.b2c.identity.linkage.BlockingRule}s made of {@link
 * dev.clientele.b2c.identity.linkage.BlockingKey}s, each a {@link dev.clientele.b2c.identity.linkage.KeyPart} of an attribute.
 * It is a value that can be written as plain data and read back.
 *
 * <p>One record at a time: the model prepares it as a {@link dev.clientele.b2c.identity.linkage.PreparedRecord} and gives its
 * keys, an index finds candidates by them, {@link dev.clientele.b2c.identity.linkage.PairScorer} scores each and explains
 * what it decided as a {@link dev.clientele.b2c.identity.linkage.Waterfall} of {@link
 * dev.clientele.b2c.identity.linkage.WaterfallStep}s.
 *
 * <p>With people: {@link dev.clientele.b2c.identity.linkage.LabelSelection} asks for the {@link
 * dev.clientele.b2c.identity.linkage.PairLabel}s that tell most, {@link dev.clientele.b2c.identity.linkage.ScoreCalibrator}
 * learns a {@link dev.clientele.b2c.identity.linkage.ScoreCalibration} from them, {@link
 * dev.clientele.b2c.identity.linkage.QualityEstimator} draws a sample to judge and gives a {@link
 * dev.clientele.b2c.identity.linkage.QualityEstimate}, each figure a {@link dev.clientele.b2c.identity.linkage.ShareEstimate}.
 *
 * <p>Over time: a {@link dev.clientele.b2c.identity.linkage.SourceProfile} of the records that a model was fitted to is kept, and
 * {@link dev.clientele.b2c.identity.linkage.SourceDrift} compares those that come in later with it, an {@link
 * dev.clientele.b2c.identity.linkage.AttributeDrift} for each attribute.
 *
 * <p>Literature: Fellegi and Sunter 1969, A Theory for Record Linkage, JASA 64(328); Winkler 1988, Using the EM Algorithm for
 * Weight Computation in the Fellegi–Sunter Model; Winkler 1989, Frequency-based Matching; Larsen and Rubin 2001, Iterative
 * Automated Record Linkage Using Mixture Models, JASA 96(453); Christen 2012, Data Matching, Springer.
 */
@NullMarked
package dev.clientele.b2c.identity.linkage;

import org.jspecify.annotations.NullMarked;
