/**
 * Files: the material store, what belongs to an application, the summary table, receipts, the page that shows it all.
 * Who may see a file is asked of {@code identity}'s people and the project's units; nothing here decides a case.
 */
package cn.gdpilot.dossier;
