import type { Category } from './topics.js';

/** A session with a title of its own. */
export interface TitledSession {
  title: string;
  category: Category;
}

const session = (category: Category, title: string): TitledSession => ({ category, title });

export const PLENARIES: readonly TitledSession[] = [
  session(
    'Practice, Quality, and Policy',
    'Opening Plenary: Every Beat, Everywhere—Arrhythmia Care for the Next Billion Patients',
  ),
  session('Digital Health and AI', 'Presidential Plenary: The Electrophysiologist and the Machine'),
  session(
    'Basic and Translational Science',
    'Founders’ Plenary: A Century of Recording the Heart, and What We Still Cannot See',
  ),
];

export const LATE_BREAKING: readonly TitledSession[] = [
  session('Atrial Fibrillation', 'Late-Breaking Clinical Trials I: Ablation of Atrial Fibrillation'),
  session('Implantable Devices', 'Late-Breaking Clinical Trials II: Pacing and Defibrillation'),
  session('Ventricular Arrhythmias', 'Late-Breaking Clinical Trials III: Ventricular Tachycardia'),
  session('Atrial Fibrillation', 'Late-Breaking Clinical Trials IV: Stroke Prevention and Anticoagulation'),
  session('Digital Health and AI', 'Late-Breaking Clinical Trials V: Screening, Wearables, and Algorithms'),
  session('Pacing and Heart Failure', 'Late-Breaking Clinical Trials VI: Conduction System Pacing'),
];

export const SYMPOSIA: readonly TitledSession[] = [
  session('Practice, Quality, and Policy', 'Symposium: What We Owe the Patient Who Was Shocked'),
  session('Atrial Fibrillation', 'Joint Symposium: Writing the Next Atrial Fibrillation Guideline Together'),
  session(
    'Sudden Death and Inherited Arrhythmias',
    'Symposium: The Molecular Autopsy and the Family Left Behind',
  ),
  session('Ventricular Arrhythmias', 'Symposium: Ventricular Tachycardia Ablation Before the First Shock'),
  session('Pacing and Heart Failure', 'Symposium: Is Right Ventricular Apical Pacing Over?'),
  session('Pediatric and Congenital EP', 'Symposium: From Pediatric to Adult Care Without Losing a Patient'),
];

export const DEBATES: readonly TitledSession[] = [
  session(
    'Atrial Fibrillation',
    'Debate: Pulsed Field Energy Should Replace Thermal Ablation for Pulmonary Vein Isolation',
  ),
  session(
    'Atrial Fibrillation',
    'Debate: Every Patient with New Atrial Fibrillation Deserves Rhythm Control',
  ),
  session('Atrial Fibrillation', 'Debate: Anticoagulation Can Stop One Year After a Successful Ablation'),
  session('Atrial Fibrillation', 'Debate: Appendage Occlusion Should Be Offered at the Time of Ablation'),
  session('Atrial Fibrillation', 'Debate: Isolating the Posterior Wall Adds Risk but No Benefit'),
  session(
    'Pacing and Heart Failure',
    'Debate: Left Bundle Branch Area Pacing Is the New Standard for Resynchronization',
  ),
  session('Pacing and Heart Failure', 'Debate: His Bundle Pacing Still Has a Place'),
  session(
    'Implantable Devices',
    'Debate: The Leadless Dual-Chamber System Will Retire the Transvenous Pacemaker',
  ),
  session('Implantable Devices', 'Debate: Defibrillation Testing Is No Longer Needed'),
  session('Implantable Devices', 'Debate: An Abandoned Lead Should Always Come Out'),
  session(
    'Implantable Devices',
    'Debate: Primary Prevention Defibrillators in Nonischemic Cardiomyopathy Save Lives',
  ),
  session(
    'Ventricular Arrhythmias',
    'Debate: Catheter Ablation Before Amiodarone in Ischemic Ventricular Tachycardia',
  ),
  session('Ventricular Arrhythmias', 'Debate: Radioablation Is Ready for Routine Use'),
  session('Ventricular Arrhythmias', 'Debate: Asymptomatic Frequent Ectopy Should Be Ablated'),
  session(
    'Sudden Death and Inherited Arrhythmias',
    'Debate: Left Cardiac Sympathetic Denervation Before a Defibrillator in Long QT Syndrome',
  ),
  session(
    'Sudden Death and Inherited Arrhythmias',
    'Debate: Epicardial Ablation Belongs in the Treatment of Brugada Syndrome',
  ),
  session('Syncope and Autonomic Disorders', 'Debate: Cardioneuroablation Has Outrun Its Evidence'),
  session(
    'Digital Health and AI',
    'Debate: Population Screening for Atrial Fibrillation Does More Good Than Harm',
  ),
];

export const HANDS_ON: readonly TitledSession[] = [
  session(
    'Atrial Fibrillation',
    'Hands-On Lab: Transseptal Puncture Guided by Intracardiac Echocardiography',
  ),
  session('Pacing and Heart Failure', 'Hands-On Lab: Left Bundle Branch Area Pacing on the Simulator'),
  session('Implantable Devices', 'Hands-On Lab: Lead Extraction Tools and When to Stop'),
  session('Implantable Devices', 'Hands-On Lab: Leadless Pacemaker Implantation and Retrieval'),
  session(
    'Supraventricular Arrhythmias',
    'Hands-On Lab: Reading Intracardiac Electrograms from First Principles',
  ),
  session('Ventricular Arrhythmias', 'Hands-On Lab: Three-Dimensional Mapping of Scar-Related Circuits'),
  session('Implantable Devices', 'Hands-On Lab: Device Interrogation and Troubleshooting at the Bedside'),
  session('Practice, Quality, and Policy', 'Hands-On Lab: Ultrasound-Guided Vascular Access and Closure'),
  session('Ventricular Arrhythmias', 'Hands-On Lab: Pericardial Access and the Management of Tamponade'),
  session('Atrial Fibrillation', 'Hands-On Lab: Left Atrial Anatomy with Human Heart Specimens'),
  session('Implantable Devices', 'Hands-On Lab: Subcutaneous and Extravascular Defibrillator Implantation'),
  session('Supraventricular Arrhythmias', 'Hands-On Lab: Fluoroscopy-Free Ablation from Sheath to Closure'),
  session(
    'Pacing and Heart Failure',
    'Hands-On Lab: Coronary Sinus Anatomy and Left Ventricular Lead Delivery',
  ),
  session(
    'Pediatric and Congenital EP',
    'Hands-On Lab: Three-Dimensional Printed Hearts for Congenital Ablation Planning',
  ),
  session('Digital Health and AI', 'Hands-On Lab: Building a Remote Monitoring Clinic, Alert by Alert'),
  session('Atrial Fibrillation', 'Hands-On Lab: Pulsed Field Catheters Side by Side'),
];

/** A summit of a day: its name and its eight sessions, in order. */
export interface Summit {
  name: string;
  category: Category;
  sessions: readonly string[];
}

export const SUMMITS: readonly Summit[] = [
  {
    name: 'Pulsed Field Ablation Summit',
    category: 'Atrial Fibrillation',
    sessions: [
      'How Electroporation Kills a Cell and Spares Its Neighbor',
      'Choosing a Catheter: Waveform, Contact, and Dose',
      'Coronary Spasm, Hemolysis, and Other Lessons from the Registries',
      'Lesion Durability at Remapping',
      'Beyond the Veins: Linear and Focal Pulsed Field Lesions',
      'Anesthesia, Workflow, and the Forty-Minute Case',
      'Cost, Access, and Training',
      'Open Questions for the Next Generation of Trials',
    ],
  },
  {
    name: 'Ventricular Tachycardia Summit',
    category: 'Ventricular Arrhythmias',
    sessions: [
      'The Substrate: What Imaging Tells Us Before the Case',
      'Functional Mapping: Late Activation and Deceleration Zones',
      'The Intramural Circuit',
      'Epicardial First: When and Why',
      'Hemodynamic Support: Planned, Rescue, or None',
      'Programming the Defibrillator After Ablation',
      'Storm at Two in the Morning: A Team Simulation',
      'When to Stop: Palliation, Transplantation, and Honest Talk',
    ],
  },
  {
    name: 'Conduction System Pacing Summit',
    category: 'Pacing and Heart Failure',
    sessions: [
      'Anatomy of the Left Bundle for Implanters',
      'Criteria of Capture: A Reading Session',
      'Lead and Sheath Selection',
      'Septal Perforation, Injury, and Late Threshold Rise',
      'Resynchronization by the Conduction System: The Trials So Far',
      'Bradycardia: Whom Not to Pace Conventionally',
      'Extraction and Upgrade of Septal Leads',
      'Follow-Up: Programming and Troubleshooting',
    ],
  },
  {
    name: 'Sudden Death and Genetics Summit',
    category: 'Sudden Death and Inherited Arrhythmias',
    sessions: [
      'Variants of Uncertain Significance: Who Decides, and How Often',
      'Polygenic Risk and the Electrocardiogram',
      'The First Visit After a Cardiac Arrest in the Family',
      'Exercise, Sport, and Shared Decisions',
      'Gene Therapy: The First Patients',
      'Defibrillators in the Young: Choosing, Waiting, Living',
      'Cascade Screening That Actually Happens',
      'Registries, Privacy, and Data That Cross Borders',
    ],
  },
  {
    name: 'Allied Professionals Summit',
    category: 'Practice, Quality, and Policy',
    sessions: [
      'Electrograms for the Whole Team',
      'Mapping Support: What the Operator Needs to Hear',
      'Remote Monitoring Without Burning Out',
      'Anticoagulation Before, During, and After the Procedure',
      'Device Alerts and Recalls: Talking with Patients',
      'Radiation and Lead Aprons: Protecting Your Own Spine',
      'Recovery and Same-Day Discharge Led by Nurses',
      'Building a Career in Electrophysiology Nursing and Technology',
    ],
  },
  {
    name: 'Artificial Intelligence Summit',
    category: 'Digital Health and AI',
    sessions: [
      'What a Neural Network Sees in a Normal Electrocardiogram',
      'Bias, Drift, and the Models We Already Use',
      'Automated Mapping: Annotation You Can Trust',
      'Predicting Atrial Fibrillation Before It Begins',
      'Language Models in the Device Clinic',
      'Regulation and Liability When the Algorithm Errs',
      'A Practical Course in Reading an AI Paper',
      'Live Demonstration: From Raw Signal to Decision Support',
    ],
  },
];

export const INDUSTRY_THEATERS: readonly TitledSession[] = [
  session('Atrial Fibrillation', 'Industry Theater: Integrated Mapping for Single-Shot Ablation'),
  session('Implantable Devices', 'Industry Theater: Battery Longevity in Leadless Systems'),
  session('Atrial Fibrillation', 'Industry Theater: Imaging Tools for Appendage Closure'),
  session('Digital Health and AI', 'Industry Theater: Long-Term Patch Monitoring in Daily Practice'),
  session('Pacing and Heart Failure', 'Industry Theater: Sheaths and Leads for Septal Pacing'),
  session('Ventricular Arrhythmias', 'Industry Theater: High-Density Mapping in Complex Scar'),
  session('Practice, Quality, and Policy', 'Industry Theater: Closure Devices and the Same-Day Pathway'),
  session('Implantable Devices', 'Industry Theater: Antibacterial Envelopes—Selecting Patients'),
  session('Digital Health and AI', 'Industry Theater: One Inbox for All Remote Transmissions'),
  session('Supraventricular Arrhythmias', 'Industry Theater: Cryomapping near the Node'),
  session('Atrial Fibrillation', 'Industry Theater: Esophageal Temperature Monitoring Revisited'),
  session('Practice, Quality, and Policy', 'Industry Theater: Robotic Navigation and the Operator’s Back'),
  session('Ventricular Arrhythmias', 'Industry Theater: Contact Force and Local Impedance'),
  session('Implantable Devices', 'Industry Theater: Extravascular Defibrillation—Implant Video Review'),
  session('Syncope and Autonomic Disorders', 'Industry Theater: Insertable Monitors for Unexplained Falls'),
  session('Atrial Fibrillation', 'Industry Theater: Evening Symposium on Lesion Visualization'),
  session('Pacing and Heart Failure', 'Industry Theater: Evening Symposium on Multipoint Pacing'),
];
