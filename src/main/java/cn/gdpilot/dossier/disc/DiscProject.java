package cn.gdpilot.dossier.disc;

import cn.gdpilot.dossier.Material;
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
