/**
 * Experts are asked, score blind and are replaced (process {@code expert-review}). Panels and scores live in
 * {@code domain.scoring}.
 */
package cn.gdpilot.desk.expertreview;
