package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.material.Material;
import java.util.List;

/**
 * A project on the disc.
 *
 * @param number    application number
 * @param name      project's name
 * @param applicant applicant's name
 * @param materials its files
 */
public record DiscProject(String number, String name, String applicant, List<Material> materials) {}
