package cn.gdpilot.domain.eligibility;

import java.util.List;

/**
 * What the table required-materials asks for (R2.13).
 *
 * @param kinds   rows that can be read
 * @param unclear says that further rows cannot; empty if there are none
 */
public record RequiredMaterials(List<RequiredMaterial> kinds, List<Finding> unclear) {}
