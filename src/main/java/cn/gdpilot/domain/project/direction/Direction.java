package cn.gdpilot.domain.project.direction;

/**
 * A direction (申报方向) that can be applied for (R1.1).
 *
 * @param code     e.g. F01
 * @param category 类型, one of seven
 * @param name     as the notice's annex has it
 */
public record Direction(String code, String category, String name) {}
