package cn.gdpilot.rehearsal;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.project.direction.Direction;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Deals the parts of a rehearsed round: invented companies with invented projects, marked as such. */
final class SyntheticCast {

    private static final List<String> PRODUCTS = List.of(
            "陶瓷窑炉", "空调压缩机", "锂电极片", "注塑模具", "服装裁片", "钢结构桥段", "光纤预制棒", "水泥熟料", "船用螺旋桨", "电梯曳引机", "玻璃基板", "轮胎硫化",
            "不锈钢餐具", "婴童玩具", "中药饮片", "海产冷链", "荔枝加工", "造纸浆料", "石化裂解", "风电叶片", "半导体封测", "汽车座椅", "牛仔面料", "五金锁具", "灯具驱动",
            "家具板材", "食用油灌装", "印刷包装", "钟表机芯", "医用导管");
    private static final List<String> PURPOSES = List.of(
            "能耗寻优", "缺陷视觉检测", "柔性排产", "设备预测性维护", "供应链协同", "质量追溯", "数字孪生仿真", "安全监测预警", "无人仓储配送", "碳足迹核算", "远程运维",
            "工艺参数自学习");
    private static final int LOTS = 100;
    private static final String WHOLE_PROVINCE = "440000";

    private final RehearsalPlan plan;
    private final Random lots;
    private final Function<UnitType, List<Direction>> directions;
    private final Map<UnitType, List<Direction>> choices = new EnumMap<>(UnitType.class);
    private int number;

    /**
     * @param plan       shares and seed
     * @param directions what may be chosen through a channel
     * @param known      how many applicants there are already: nobody's code is dealt twice
     */
    SyntheticCast(RehearsalPlan plan, Function<UnitType, List<Direction>> directions, int known) {
        this.plan = plan;
        this.lots = new Random(plan.seed());
        this.directions = directions;
        this.number = known;
    }

    /** The parts of one unit's applicants, from {@code from} to its deadline. */
    List<Part> of(Unit unit, OffsetDateTime from, OffsetDateTime deadline) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < plan.perUnit(); i++) {
            parts.add(part(unit, from, deadline));
        }
        return parts;
    }

    /** Whether this unit hands its list over late. */
    boolean late() {
        return lots.nextInt(LOTS) < plan.lateUnits();
    }

    private Part part(Unit unit, OffsetDateTime from, OffsetDateTime deadline) {
        Behaviour behaviour = plan.behaviour(lots.nextInt(LOTS));
        int end = lots.nextInt(LOTS);
        String scenario =
                end < plan.returned() ? "return" : end < plan.returned() + plan.withdraw() ? "withdraw" : "normal";
        OffsetDateTime submits = submits(behaviour, from, deadline);
        OffsetDateTime begins =
                between(from, submits == null || submits.isAfter(deadline) ? deadline : submits, 0, 0.9);
        OffsetDateTime withdraws =
                scenario.equals("withdraw") && submits != null ? between(submits, deadline, 0.2, 0.8) : null;
        return new Part(application(unit, scenario), behaviour, begins, submits, withdraws);
    }

    private OffsetDateTime submits(Behaviour behaviour, OffsetDateTime from, OffsetDateTime deadline) {
        OffsetDateTime lastDay = deadline.minusDays(1).isAfter(from) ? deadline.minusDays(1) : from;
        return switch (behaviour) {
            case EARLY -> between(from, deadline, 0.02, 0.2);
            case STEADY -> between(from, lastDay, 0.2, 1);
            case LAST_DAY -> between(lastDay, deadline, 0, 1);
            case LATE -> deadline.plusMinutes(1 + lots.nextInt(60));
            case FORGETS -> null;
        };
    }

    private OffsetDateTime between(OffsetDateTime from, OffsetDateTime to, double least, double most) {
        double share = least + lots.nextDouble() * (most - least);
        return from.plusSeconds((long) (Duration.between(from, to).toSeconds() * share));
    }

    private SampleApplication application(Unit unit, String scenario) {
        int mine = ++number;
        List<Direction> open = choices.computeIfAbsent(unit.type(), directions);
        Map<String, String> columns = new HashMap<>();
        columns.put("applicant", "演练企业%05d（%s）有限公司".formatted(mine, unit.city().isEmpty() ? "广东" : unit.city()));
        columns.put("creditCode", creditCode(unit, mine));
        columns.put("applicantType", unit.type() == UnitType.COMMS_ADMIN ? "TELECOM" : "INDUSTRIAL");
        columns.put("registeredIn", "GD");
        columns.put(
                "projectName",
                "演练·%s%s（%05d）"
                        .formatted(
                                PRODUCTS.get(mine % PRODUCTS.size()),
                                PURPOSES.get(mine / PRODUCTS.size() % PURPOSES.size()),
                                mine));
        columns.put("direction", open.get(lots.nextInt(open.size())).code());
        columns.put("innovationProject", "NONE");
        columns.put("contactName", "演练联系人%05d".formatted(mine));
        columns.put("contactPhone", "000-%04d-%04d".formatted(mine / 10_000, mine % 10_000));
        columns.put("contactEmail", "rehearsal%05d@example.org".formatted(mine));
        columns.put("videoSeconds", "330");
        return new SampleApplication("R%05d".formatted(mine), unit.id(), scenario, columns);
    }

    private static String creditCode(Unit unit, int number) {
        String region = unit.code().matches("\\d{6}") ? unit.code() : WHOLE_PROVINCE;
        String first17 = "91%sY%08d".formatted(region, number);
        return first17 + CreditCode.checkCharacter(first17);
    }
}
