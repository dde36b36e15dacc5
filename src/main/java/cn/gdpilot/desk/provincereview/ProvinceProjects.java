package cn.gdpilot.desk.provincereview;

import cn.gdpilot.desk.provincereview.beside.ReviewsInHand;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.branches.GoAhead;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the Department has to look at, as the model asks: {@code ${provinceProjects.arrived(campaignId)}}. Instances run
 * beside each other: each list leaves out what another one has in hand, under the round's lock, so that nothing is asked twice.
 */
@Component
public class ProvinceProjects {

    private final ReviewProject review;
    private final FindDuplicates duplicates;
    private final Panels panels;
    private final GoAhead goAhead;
    private final Rounds rounds;
    private final ReviewsInHand inHand;

    ProvinceProjects(
            ReviewProject review,
            FindDuplicates duplicates,
            Panels panels,
            GoAhead goAhead,
            Rounds rounds,
            ReviewsInHand inHand) {
        this.panels = panels;
        this.review = review;
        this.duplicates = duplicates;
        this.goAhead = goAhead;
        this.rounds = rounds;
        this.inHand = inHand;
    }

    @ForModels(
            name = "已送达待初审",
            help = "已送达省厅、尚未初审的项目，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "申请编号的列表。",
            in = "province-review")
    public List<String> arrived(String campaignId) {
        rounds.lock(campaignId);
        return review.arrived(campaignId).stream()
                .map(Application::id)
                .filter(id -> !inHand.isReviewing(id))
                .toList();
    }

    @ForModels(
            name = "疑似重复的各对",
            help = "尚未认定的疑似重复的各对，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "各对编号的列表。",
            in = "province-review")
    public List<String> suspectedPairs(String campaignId) {
        rounds.lock(campaignId);
        return duplicates.openPairs(campaignId).stream()
                .map(DuplicatePair::id)
                .filter(id -> !inHand.isResolving(id))
                .toList();
    }

    /** What is still in the running when its duplicates are settled, and experts have not scored yet. */
    @ForModels(
            name = "待专家评审",
            help = "查重之后仍有效、尚未由专家评审的项目，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "申请编号的列表。",
            in = "province-review")
    public List<String> forExperts(String campaignId) {
        rounds.lock(campaignId);
        Set<String> undecided = duplicates.undecided(campaignId);
        return review.reviewed(campaignId).stream()
                .map(Application::id)
                .filter(id -> !undecided.contains(id))
                .filter(id -> panels.find(UnitType.DEPARTMENT, id)
                        .filter(Panel::closed)
                        .isEmpty())
                .filter(id -> !inHand.isScoring(id))
                .toList();
    }

    /** True if the CA is done, or the Department goes ahead without it. */
    @ForModels(
            name = "通信局是否审完",
            help = "通信管理局已审完，或省厅已决定先行办理。",
            given = Given.CAMPAIGN,
            gives = "true 或 false。",
            in = "province-review")
    public boolean communicationsReviewed(String campaignId) {
        return goAhead.lockBranchesMet(campaignId);
    }

    /** True for an instance that reviews what came late: one that was there before waits for the CA and makes the list public. */
    @ForModels(
            name = "是否补报的初审",
            help = "本实例是否只初审补报的项目。",
            given = Given.INSTANCE,
            gives = "true 或 false。",
            in = "province-review")
    public boolean late(String instanceId) {
        return inHand.isBesideAnother(instanceId);
    }

    /** True if what came late is reviewed before the others are compared: it is compared with them, and goes on with them. */
    @ForModels(
            name = "补报是否并入",
            help = "补报的项目在其他项目查重之前审完，与其一并办理。",
            given = {Given.CAMPAIGN, Given.INSTANCE},
            gives = "true 或 false。",
            in = "province-review")
    public boolean joinOthers(String campaignId, String instanceId) {
        boolean met = goAhead.lockBranchesMet(campaignId);
        return late(instanceId) && (!met || inHand.othersAreBeforeComparison(instanceId));
    }

    /**
     * True if what came late is compared while the others still are: they take it along to experts and checks, so that none of
     * them is public before all are through.
     */
    @ForModels(
            name = "补报是否交由他案",
            help = "其他项目正在查重，由其一并带入评审。",
            given = {Given.CAMPAIGN, Given.INSTANCE},
            gives = "true 或 false。",
            in = "province-review")
    public boolean leaveToOthers(String campaignId, String instanceId) {
        rounds.lock(campaignId);
        return late(instanceId) && inHand.othersAreCompared(instanceId);
    }
}
