using System.Collections.Frozen;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// What the columns of a ticket system's own export are called, by field; of several names the first that the file has. Checked: Zendesk's account export against
/// its documentation (it holds no descriptions), Zammad's report download and GLPI's list of tickets against their source code. Not checked, because no list of
/// them is published: Freshservice, whose export asks which fields it shall hold, and the columns of Zendesk's views. Jira's "Export CSV" and ServiceNow's list
/// export call columns by the labels or names of their fields.
/// </summary>
internal sealed record ContactPreset(string Name, FrozenDictionary<string, string[]> Columns, DateOrder Dates = DateOrder.Unknown)
{
    public static IReadOnlyList<ContactPreset> All { get; } =
    [
        Of("zendesk", ("id", ["Id", "Ticket ID", "id"]), ("person", ["Requester email", "Requester id", "Requester", "requester_email"]),
            ("at", ["Created at", "Requested", "created_at"]), ("subject", ["Subject", "subject"]), ("text", ["Description", "description"]),
            ("topic", ["Group", "Ticket group", "group"]), ("closedAt", ["Solved at", "solved_at"])),
        Of("jira", ("id", ["Issue key", "Key", "key"]), ("person", ["Reporter", "Reporter Id", "reporter_name"]), ("at", ["Created", "created_date"]),
            ("subject", ["Summary", "summary"]), ("text", ["Description", "description"]), ("topic", ["Component/s", "Components", "Project name"]),
            ("closedAt", ["Resolved", "resolution_date"])),
        Of("servicenow", ("id", ["number", "Number"]), ("person", ["caller_id.email", "caller_id", "Email", "Caller"]), ("at", ["opened_at", "Opened", "sys_created_on", "Created"]),
            ("subject", ["short_description", "Short description"]), ("text", ["description", "Description"]), ("topic", ["category", "Category"]),
            ("closedAt", ["closed_at", "Closed", "resolved_at", "Resolved"]), ("repeatOf", ["parent_incident", "Parent Incident"])),
        Of("freshservice", ("id", ["Ticket ID", "Ticket Id", "ID"]), ("person", ["Requester Email", "Requester email", "Requester Name"]),
            ("at", ["Created Time", "Created time", "Created Date"]), ("subject", ["Subject"]), ("text", ["Description"]), ("topic", ["Category", "Group"]),
            ("closedAt", ["Closed Time", "Resolved Time", "Closed time", "Resolved time"])),
        Of("zammad", ("id", ["#", "Number", "number"]), ("person", ["Customer", "Customer Email", "customer"]), ("at", ["Created At", "created_at"]),
            ("subject", ["Title", "title"]), ("text", ["Body", "body"]), ("topic", ["Group", "group"]), ("closedAt", ["Closed At", "close_at"])),
        Of("glpi", ("id", ["ID", "id"]), ("person", ["Requester - Requester", "Requester", "Demandeur - Demandeur", "Demandeur"]),
            ("at", ["Opening date", "Date d'ouverture"]), ("subject", ["Title", "Titre"]), ("text", ["Description"]), ("topic", ["Category", "Catégorie"]),
            ("closedAt", ["Closing date", "Resolution date", "Date de clôture", "Date de résolution"]))
    ];

    /// <summary>Columns that are named like the fields.</summary>
    public static ContactPreset Plain { get; } = Of("csv", [.. ContactFields.Names.Where(name => name != "source").Select(name => (name, (string[])[name]))]);

    public static ContactPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);

    private static ContactPreset Of(string name, params (string Field, string[] Columns)[] columns) =>
        new(name, columns.ToFrozenDictionary(each => each.Field, each => each.Columns));
}
